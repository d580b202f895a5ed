import { readServerVersion, type ServerVersion } from "#database";
import { read } from "#use-case";

/** Which PostgreSQL serves the city, and from which minor on it would be safe where it is older. */
export const getDatabaseVersion = read(
  { purpose: "database.version", permission: "system.operate" },
  ({ tx }): Promise<ServerVersion> => readServerVersion(tx),
);
