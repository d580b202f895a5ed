import type { ErrorCode } from "#app";

/** The one place where a failure becomes an HTTP status (reliability.md B.4). */
export const errorToStatus = {
  unauthenticated: 401,
  "second-factor-required": 401,
  "step-up-required": 401,
  forbidden: 403,
  "four-eyes": 403,
  "not-found": 404,
  conflict: 409,
  stale: 409,
  "operation-mismatch": 422,
  "invalid-input": 422,
  "identity-number-in-note": 422,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
  "disk-full": 507,
  "not-set-up": 503,
} as const satisfies Record<ErrorCode, number>;
