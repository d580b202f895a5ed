import { randomInt } from "node:crypto";

const letters = "23456789CDFHJKMNPQRTVWX";
const length = 12;

/** Fifty-four bits drawn at random, without vowels: short enough to be typed, and nobody finds one by trying. */
export function newCardCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}

/**
 * A code as somebody typed or scanned it, with or without the letters that say what it is of ("KL-"), with which a code may itself begin;
 * undefined for what cannot be one.
 */
export function readCardCode(typed: string, kind = ""): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  const isCode = new RegExp(`^[${letters}]{${length}}$`);
  return [code, code.startsWith(kind) ? code.slice(kind.length) : code].find((each) => isCode.test(each));
}

/** "7T4M 2QXC FHJK", as it is printed. */
export const spellCardCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1 ");
