/**
 * Every way a request can fail that is not an answer of a rule. `http/error-to-status.ts` maps a code to a
 * status and page, the command line maps it to an exit code; nothing else translates.
 */
export type ErrorCode =
  | "unauthenticated"
  | "second-factor-required"
  | "step-up-required"
  | "forbidden"
  | "four-eyes"
  | "not-found"
  | "conflict"
  | "stale"
  | "operation-mismatch"
  | "invalid-input"
  | "identity-number-in-note"
  | "too-large"
  | "rate-limited"
  | "unavailable"
  | "disk-full"
  | "not-set-up";

/** A failure with a closed code. `details` holds ids, counts and field names; never a NIK, a name or a file's content. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(typeof details["message"] === "string" ? details["message"] : code, { cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
