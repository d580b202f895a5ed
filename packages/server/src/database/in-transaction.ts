import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import { type Actor, type Clock, type Config, systemActor } from "#ground";
import type { Keys } from "#keys";
import { contextToken } from "./context-token.ts";
import { type Login, loginOf } from "./logins.ts";
import type { Database, Tx } from "./open-database.ts";

/** Of the application: what opening a transaction takes. */
type Opener = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
};

/**
 * Runs `work` in one transaction as the actor's database login, with the signed context set for this
 * transaction only. The single way to reach the tables: without it every policy sees no context and no row.
 */
export function inTransaction<T>(app: Opener, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return run(app, loginOf(actor.role), actor, work);
}

/**
 * Background work across the whole city (linking, publication, cover), as the login `app_jobs`; part of the city's own
 * transaction where it is called inside one.
 */
export function asSystem<T>(app: Opener, work: (tx: Tx) => Promise<T>): Promise<T> {
  const system = systemActor(app.config.regionCode);
  const outer = heldOf(app.db, "app_jobs");
  const isOwn = outer?.actor.userId === system.userId && outer.actor.regionCode === system.regionCode;
  return outer?.tx && isOwn ? work(outer.tx) : run(app, "app_jobs", system, work);
}

/** The city's own work in somebody's name: the login `app_jobs`, with the actor's signed context for who did it. */
export function asCityFor<T>(app: Opener, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return run(app, "app_jobs", actor, work);
}

/** The login that keeps accounts and sees nothing else of the city, with the actor's signed context for the audit trail. */
export function asAccounts<T>(app: Opener, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return run(app, "app_auth", actor, work);
}

type Held = { readonly db: Database; readonly login: Login; readonly actor: Actor; tx: Tx | null };

/** The transactions in which the work under way is, at most one of each login. */
const held = new AsyncLocalStorage<readonly Held[]>();

const heldOf = (db: Database, login: Login): Held | undefined =>
  held.getStore()?.find((own) => own.tx !== null && own.db === db && own.login === login);

/**
 * Whoever waits for a second connection of a pool while he holds a first stands still for ever once as many as the pool has
 * connections do the same: it is a mistake even where there is room.
 */
function run<T>(app: Opener, login: Login, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (heldOf(app.db, login)) throw new Error(`a transaction of ${login} was asked for inside another one`);
  const own: Held = { db: app.db, login, actor, tx: null };
  return held.run([...(held.getStore() ?? []), own], () =>
    app.db
      .as(login)
      .transaction()
      .execute(async (tx) => {
        own.tx = tx;
        await begin(app, tx, contextToken(login, actor, app.keys));
        return work(tx);
      })
      .finally(() => (own.tx = null)),
  );
}

/**
 * For one of the few that work on whole files, of whom there are fewer than a pool has connections: what it says beside its own
 * transaction, such as how far it is.
 */
export const beside = <T>(work: () => Promise<T>): Promise<T> => held.run([], work);

const moments = new WeakMap<Tx, Date>();

/** The business moment of a transaction: read when it began, the same for everything in it. */
export function nowOf(tx: Tx): Date {
  const moment = moments.get(tx);
  if (!moment) throw new Error("a transaction is opened by inTransaction or asSystem");
  return moment;
}

/** Signed context and business moment in one round trip. */
async function begin(app: Opener, tx: Tx, token: string): Promise<void> {
  const { rows } = await sql<{ fixed: Date | null; started: Date }>`
    select set_config('app.context', ${token}, true), app.fixed_now() as fixed, transaction_timestamp() as started`.execute(
    tx,
  );
  const { fixed, started } = rows[0]!;
  app.clock.follow(fixed);
  moments.set(tx, fixed ?? started);
}
