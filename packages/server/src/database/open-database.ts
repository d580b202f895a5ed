import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { Pool, types } from "pg";
import type { Keys } from "#keys";
import { connectionUrl } from "./connection-url.ts";
import { type Login, logins } from "./logins.ts";
import { rowNames } from "./row-names.ts";

/** A transaction opened as one login with one verified context; the only thing a store receives. */
export type Tx = Transaction<unknown>;

export type Database = {
  readonly as: (login: Login) => Kysely<unknown>;
  readonly close: () => Promise<void>;
};

const typeParsers: Record<number, (text: string) => unknown> = {
  // int8 carries rupiah and counts, all far below 2^53; anything above must not be rounded silently.
  [types.builtins.INT8]: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError("a bigint column holds more than 2^53");
    return value;
  },
  // Civil dates stay text "YYYY-MM-DD": a Date would shift them by the host's time zone.
  [types.builtins.DATE]: (text: string) => text,
};

/** Opens one small pool per login, on first use. */
export function openDatabase(ownerUrl: string, keys: Keys): Database {
  const open = new Map<Login, Kysely<unknown>>();
  return {
    as: (login) => {
      const existing = open.get(login);
      if (existing) return existing;
      const kysely = new Kysely<unknown>({
        dialect: new PostgresDialect({ pool: makePool(ownerUrl, login, keys) }),
        plugins: [rowNames],
      });
      open.set(login, kysely);
      return kysely;
    },
    close: async () => {
      await Promise.all([...open.values()].map((kysely) => kysely.destroy()));
      open.clear();
    },
  };
}

function makePool(ownerUrl: string, login: Login, keys: Keys): Pool {
  if (!logins.includes(login)) throw new RangeError(`no such login: ${login}`);
  const pool = new Pool({
    connectionString: connectionUrl(ownerUrl, login, keys),
    // Lanes that read hold one connection each for as long as a file takes; pages must find others.
    max: login === "app_public" ? 6 : 8,
    idleTimeoutMillis: 30_000,
    application_name: `tuwai ${login}`,
    types: { getTypeParser: parserOf },
    ...(login === "app_auth" ? { options: "-c search_path=auth" } : {}),
  });
  // A connection that the server ends (restart, failover, kill) is replaced by the pool, and whoever works on it is told by
  // the next query; without listeners, for idle ones and for those between two queries, Node would exit.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

function parserOf(oid: number): (text: string) => unknown {
  return typeParsers[oid] ?? (types.getTypeParser as (oid: number) => (text: string) => unknown)(oid);
}
