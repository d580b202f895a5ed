/** Without vowels and look-alikes, so that a code read aloud or copied by hand stays itself and is never a word. */
const letters = "23456789CDFGHJKLMNPQRSTVWXYZ";
const groups = 4;
const groupLength = 4;

/** A one-time code in two parts: which one it is, which may be logged and counted, and what proves it. */
export type InviteCode = { readonly number: string; readonly secret: string };

/**
 * "K7MN-4QPX-92CD-TVRH": 28^4 numbers, and behind each a secret of 28^12, which is 57 bits (OWASP ASVS 5.0, 6.4.1 and 6.5).
 * `below(n)` draws an integer from 0 to n − 1 and must not be guessable.
 */
export function newInviteCode(below: (limit: number) => number): string {
  const group = () => Array.from({ length: groupLength }, () => letters[below(letters.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

/** Reads a code as people type it: small letters, spaces, dashes or none. Undefined when it cannot be one. */
export function readInviteCode(text: string): InviteCode | undefined {
  const code = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const isOurs =
    code.length === groups * groupLength && Array.from(code).every((letter) => letters.includes(letter));
  return isOurs ? { number: code.slice(0, groupLength), secret: code.slice(groupLength) } : undefined;
}
