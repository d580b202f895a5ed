export type PostgresOptions = {
  /** Folder for everything the database keeps: `pg/`, `postgres.json` (0600), `postgres.log`. Usually `TUWAI_DATA`. */
  readonly dataDir: string;
  /** true (default): every commit reaches the disk. false: for tests, faster and not crash-safe. */
  readonly durable?: boolean;
  /** A port to prefer over a random one, to bring a died server back where its clients look for it. */
  readonly port?: number;
};

export type EmbeddedPostgres = {
  /** Connection of the owner, `postgres://postgres:…@127.0.0.1:PORT/postgres`. Never log it: it holds the password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** true when the server was running already, started by another process of ours. */
  readonly attached: boolean;
  isRunning(): boolean;
  /** Leaves the server, and stops it when no other process uses it. May be called more than once. */
  stop(): Promise<void>;
};

/**
 * The database of `dataDir`: the running one, or a new server over its files, or new files.
 * Throws `Trouble`, whose message is a sentence for the user in Indonesian and English.
 * If this process dies without `stop()`, a guard stops the server in its place.
 */
export function attachOrStart(options: PostgresOptions): Promise<EmbeddedPostgres>;

/** As attachOrStart, but refuses (`database-in-use`) when the server runs already. */
export function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres>;

/** A failure the user can act on; `code` is kebab-case, for example `database-version` or `disk-full`. */
export class Trouble extends Error {
  constructor(code: string, values?: Record<string, string | number>, cause?: unknown);
  readonly code: string;
}
