import { randomInt } from "node:crypto";
import { AppError } from "#app";

const letters = "23456789CDFHJKMNPQRTVWX";

/** Six letters that are read out in the hall; no secret. */
export const newMeetingCode = (): string =>
  Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");

/** A meeting's code as it stands in an address. Throws `not-found` for what cannot be one. */
export function requireMeetingCode(typed: string): string {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  if (!/^[0-9A-Z]{6}$/.test(code)) throw new AppError("not-found", { object: "meeting" });
  return code;
}
