import type { ErrorCode as ServerErrorCode } from "@tuwai/server/app";

/** 0 done · 1 our bug · 2 bad input or no answer possible · 3 applied, rows to repair · 4 waits for approval · 64 usage. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 64;

/** Everything that can stop a command: what the server throws, and what only the command line knows. */
export type ErrorCode =
  | ServerErrorCode
  | "usage"
  | "no-rate"
  | "file-not-readable"
  | "file-not-writable"
  | "invalid-json"
  | "unknown-event-type"
  | "internal";

/** The one table from error to exit code. */
export const exitCodes: Record<ErrorCode, ExitCode> = {
  usage: 64,
  "no-rate": 2,
  "file-not-readable": 2,
  "file-not-writable": 2,
  "invalid-json": 2,
  "unknown-event-type": 2,
  internal: 1,
  unauthenticated: 2,
  "second-factor-required": 2,
  "step-up-required": 2,
  forbidden: 2,
  "four-eyes": 2,
  "not-found": 2,
  conflict: 2,
  stale: 2,
  "operation-mismatch": 2,
  "invalid-input": 2,
  "identity-number-in-note": 2,
  "too-large": 2,
  "rate-limited": 2,
  unavailable: 2,
  "disk-full": 2,
  "not-set-up": 2,
};

/** Whether some thrown thing's `code` is one of ours. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(exitCodes, code);
}
