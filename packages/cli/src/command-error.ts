import type { ErrorCode } from "./exit-codes.ts";

/** A command that cannot go on, told in one short sentence. `details` is what a program would read; never a NIK. */
export class CommandError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = "CommandError";
    this.code = code;
    this.details = details;
  }
}
