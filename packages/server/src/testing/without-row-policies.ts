import { Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import type { App } from "#app";
import { rowNames } from "#database";

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.INT8]: Number,
  [types.builtins.DATE]: String,
};

/**
 * The same application with the database's wall taken away: every login is the owner, whom no row policy holds back. What is still
 * refused is refused by the application alone.
 */
export function withoutRowPolicies(
  app: App,
  ownerUrl: string,
): { readonly app: App; readonly close: () => Promise<void> } {
  const pool = new Pool({
    connectionString: ownerUrl,
    // As many as several logins have together: a first page asks as two of them at a time.
    max: 24,
    types: {
      getTypeParser: (oid: number) =>
        parsers[oid] ?? (types.getTypeParser as (oid: number) => (text: string) => unknown)(oid),
    },
  });
  // The test database is dropped under connections that are still closing.
  pool.on("error", () => {});
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), plugins: [rowNames] });
  const db = { as: () => owner, close: () => owner.destroy() };
  return { app: { ...app, db }, close: db.close };
}
