import type { Auth } from "#accounts";
import type { Database } from "#database";
import type { Keys } from "#keys";
import type { Clock } from "./clock.ts";
import type { Feature } from "./feature.ts";

/** The part of pino that features use. Lines carry ids and codes; a NIK, name or phone number never. */
export type Log = {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** Read once from the environment by `runtime/read-config.ts`. */
export type Config = {
  /** Dotted code of the one city this deployment serves, e.g. "13.77". */
  readonly regionCode: string;
  /** Where keys, uploads and the embedded database live. */
  readonly dataDir: string;
  /** Connection of the owner: migrations and set-up only. */
  readonly databaseUrl: string;
  /** Public address, e.g. "https://ketan.pariamankota.go.id"; null on a laptop. */
  readonly origin: string | null;
  /** The database is the embedded one: its minor version is ours to ship, so an older one is only remarked upon. */
  readonly embedded: boolean;
  /** Demo: synthetic identity numbers only, one demo password, no second factor demanded. */
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** `TUWAI_NOW`: the moment a demo city stands at; the database keeps it. */
  readonly fixedNow: Date | null;
};

/** What every use case receives first: made once in `openServer`, passed on, never global. */
export type App = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** UUIDv7 made by the application, so that rows sort by birth. */
  readonly newId: () => string;
  readonly keys: Keys;
  readonly auth: Auth;
  readonly log: Log;
  /** What the features own and give, as the roof lists them (`#features`). */
  readonly features: readonly Feature[];
};
