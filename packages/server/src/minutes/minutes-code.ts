import { randomInt } from "node:crypto";

const letters = "23456789CDFHJKMNPQRTVWX";
const length = 20;

/** Ninety bits drawn at random: nobody finds minutes by trying. */
export const newMinutesCode = (): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

/** A code as somebody typed or scanned it; undefined for what cannot be one. */
export function readMinutesCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return new RegExp(`^[${letters}]{${length}}$`).test(code) ? code : undefined;
}
