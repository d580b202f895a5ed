import { splitPersonName } from "./person-name.ts";

/** How much of two written names is the same, titles and order apart: 1 when every word is, 0 when none. */
export function namesAlike(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let found = 0;
  for (const word of left) {
    const at = rest.findIndex((other) => isSameWord(word, other));
    if (at < 0) continue;
    rest.splice(at, 1);
    found += 1;
  }
  return (2 * found) / (left.length + right.length);
}

function wordsOf(name: string): readonly string[] {
  return splitPersonName(name)
    .core.toUpperCase()
    .split(" ")
    .map((word) => word.replace(/[^\p{L}]/gu, ""))
    .filter((word) => word.length > 1);
}

/** As people write by ear: doubled letters and y, dj, oe of the old spelling are one sound; longer words may differ by a letter. */
function isSameWord(a: string, b: string): boolean {
  const [left, right] = [soundOf(a), soundOf(b)];
  if (left === right) return true;
  return Math.min(left.length, right.length) >= 5 && isOneLetterApart(left, right);
}

const soundOf = (word: string): string =>
  word
    .replaceAll("DJ", "J")
    .replaceAll("OE", "U")
    .replaceAll("TJ", "C")
    .replaceAll("Y", "I")
    .replaceAll("Z", "S")
    .replace(/(.)\1+/g, "$1");

/** One letter wrong, missing or too many. */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const skip = long.length === short.length ? 1 : 0;
  return short.slice(at + skip) === long.slice(at + 1);
}
