/**
 * Whether an error, or one behind it, says that the database does not answer: no connection, one that broke, a server that
 * starts, stops or is full, a login it does not take. Nobody who asked has done anything wrong, and later it works again.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string" && (goneStates.test(code) || goneSystem.has(code))) return true;
  if (goneWords.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseGone)) return true;
  return isDatabaseGone(cause);
}

/** SQLSTATE: connection, no resources left, shutting down or starting up, login refused, no such database. */
const goneStates = /^(08[0-9A-Z]{3}|53(?!100)[0-9A-Z]{3}|57P0[1-5]|28P01|28000|3D000)$/;
const goneSystem = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"]);
/** What pg and Kysely say without a code. */
const goneWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|driver has already been destroyed)/;
