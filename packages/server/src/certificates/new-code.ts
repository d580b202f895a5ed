import { randomInt } from "node:crypto";

const letters = "23456789CDFHJKMNPQRTVWX";
const length = 20;

/** Ninety bits drawn at random, without vowels: it spells nothing, and nobody finds one by trying. */
export function newCertificateCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}

/** A code as somebody typed or scanned it; undefined for what cannot be one. */
export function readCertificateCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return new RegExp(`^[${letters}]{${length}}$`).test(code) ? code : undefined;
}
