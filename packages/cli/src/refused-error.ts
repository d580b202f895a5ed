import { AppError } from "@tuwai/server/app";

/** A rule said no: with every reason, and nothing was changed. */
export const refusedError = (reasons: readonly string[]): AppError =>
  new AppError("conflict", { message: `Tidak dapat dilakukan: ${reasons.join(", ")}.`, reasons });
