import { readPersonCode } from "@tuwai/domain/identity";
import { AppError } from "#app";

/** A person code from an address; anything mistyped is the same `not-found` as a stranger's code. */
export function requireCode(text: string): string {
  const reading = readPersonCode(text);
  if (reading.status !== "wajar") throw new AppError("not-found");
  return reading.code;
}
