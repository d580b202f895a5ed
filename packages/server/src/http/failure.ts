import { randomInt } from "node:crypto";
import { isAppError, isDatabaseGone, isDiskFull, type App, type ErrorCode } from "#app";
import { errorToStatus } from "./error-to-status.ts";

/** `internal` is our bug; `foreign-origin` is a form sent from another site, the last one an address that holds a NIK. */
export type FailureCode = ErrorCode | "internal" | "foreign-origin" | "identity-number-in-address";

/** What an error page or a problem document may say. `reference` is in the log beside the cause. */
export type Failure = {
  readonly code: FailureCode;
  readonly status: number;
  readonly reference: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Turns anything thrown into a failure and logs it once, under a reference a person can read out. */
export function describeFailure(log: App["log"], error: unknown): Failure {
  // What is missing and what may not be known to exist answer with the same bytes: no reference, no details.
  if (isAppError(error) && error.code === "not-found") return notFound;
  const reference = newReference();
  if (isDatabaseGone(error)) {
    log.error({ reference, code: "unavailable", status: 503, cause: stackOf(error) }, "database not reached");
    return { code: "unavailable", status: 503, reference, details: { retryAfterSeconds } };
  }
  const refused = unreadableValue(error);
  if (refused !== null) {
    log.warn(
      { reference, code: "invalid-input", sqlState: refused.sqlState, at: refused.at },
      "value refused by the database",
    );
    return { code: "invalid-input", status: 422, reference, details: {} };
  }
  if (isAppError(error)) {
    const status = errorToStatus[error.code];
    const line = { reference, code: error.code, status, cause: stackOf(error.cause) };
    if (status >= 500) log.error(line, "request failed");
    else log.info(line, "request refused");
    return { code: error.code, status, reference, details: publicDetails(error.details) };
  }
  if (isDiskFull(error)) {
    log.error({ reference, code: "disk-full", cause: stackOf(error) }, "request failed");
    return { code: "disk-full", status: errorToStatus["disk-full"], reference, details: {} };
  }
  log.error({ reference, code: "internal", cause: stackOf(error) }, "request failed");
  return { code: "internal", status: 500, reference, details: {} };
}

/** A killed database is back within four seconds; whoever asks again after these finds it. */
const retryAfterSeconds = 10;

const notFound: Failure = { code: "not-found", status: 404, reference: "", details: {} };

/** The failure of a form that another site sent. */
export function foreignOrigin(): Failure {
  return { code: "foreign-origin", status: 403, reference: newReference(), details: {} };
}

/** The failure of an address that carries an identity number. Nothing of it is kept, so there is nothing to refer to. */
export function identityInAddress(): Failure {
  return { code: "identity-number-in-address", status: 422, reference: "", details: {} };
}

// Consonants and digits that cannot be confused when read over the telephone, and spell no words.
const letters = "23456789BCDFGHJKMNPQRSTVWXZ";

function newReference(): string {
  return `${fourLetters()}-${fourLetters()}`;
}

function fourLetters(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]!).join("");
}

/**
 * The database could not read a value as what it was to be (SQLSTATE class 22: a word for a number, a number too large, a
 * character that no text holds). What was sent is wrong, not we; the message repeats it, so only the place is kept.
 */
function unreadableValue(
  error: unknown,
): { readonly sqlState: string; readonly at: string | undefined } | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (!/^22[0-9A-Z]{3}$/.test(error.code)) return null;
  return {
    sqlState: error.code,
    at: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
}

/** `message` is for the command line, in its own language; pages say it in theirs. */
function publicDetails(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== "message"));
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined;
}
