/** The code by which people are told apart on screens and cards, "PK-7T4M-2Q". Random: it says nothing about them. */
export type PersonCode = string & { readonly "~brand": "PersonCode" };

export type PersonCodeReading =
  | { readonly status: "wajar"; readonly code: PersonCode }
  | { readonly status: "format-salah" | "salah-ketik" };

/** No vowels, so that no word arises; none of 0 O 1 I L 5 S 8 B 2 Z confused: where two look alike, the digit stays. */
const ALPHABET = "23456789CDFHJKMNPQRTVWX";

/**
 * A new code. `randomBelow(n)` gives an unpredictable whole number from 0 to n - 1. There are 6.4 million codes: the
 * caller keeps them unique and draws again when one is taken.
 */
export function newPersonCode(randomBelow: (limit: number) => number): PersonCode {
  return newCode("PK", randomBelow) as PersonCode;
}

/** A code of the same build for another kind of thing: "IM" for an import, "EX" for an export, "GJ" for a payroll batch, "RC" for a plan, "ST" for a transfer. */
export function newCode(
  prefix: "PK" | "IM" | "EX" | "GJ" | "RC" | "ST",
  randomBelow: (limit: number) => number,
): string {
  const drawn = Array.from({ length: 5 }, () => randomBelow(ALPHABET.length));
  return write(prefix, [...drawn, checkValue(drawn)]);
}

/** Reads a code typed by hand: case, dashes and spaces do not matter, and the prefix may be missing. */
export function readPersonCode(text: string): PersonCodeReading {
  const letters = text.toUpperCase().replace(/[\s\-–—.]/g, "");
  const body = letters.length === 8 && letters.startsWith("PK") ? letters.slice(2) : letters;
  const values = body.split("").map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== 6 || values.includes(-1)) return { status: "format-salah" };
  if (values[5] !== checkValue(values.slice(0, 5))) return { status: "salah-ketik" };
  return { status: "wajar", code: write("PK", values) as PersonCode };
}

/**
 * The sixth value makes the sum of place × value divisible by 23. As 23 is prime and no two places weigh the same,
 * every single wrong character and every two swapped ones are noticed.
 */
function checkValue(values: readonly number[]): number {
  const size = ALPHABET.length;
  const sum = values.reduce((total, value, place) => total + (place + 1) * value, 0);
  const inverseOfSix = 4;
  return ((size - (sum % size)) * inverseOfSix) % size;
}

function write(prefix: string, values: readonly number[]): string {
  const letters = values.map((value) => ALPHABET[value]).join("");
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
