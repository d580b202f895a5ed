import type { ScalarOperator, Value } from "./expression.ts";
import { damerauLevenshtein, hamming, jaccard, jaroWinkler, levenshtein } from "./string-distances.ts";

type Present = NonNullable<Value>;
type ScalarFunction = (args: readonly Present[]) => Value;

const text = (value: Present | undefined): string => String(value);
const number = (value: Present | undefined): number => Number(value);
const compare =
  (test: (a: Present, b: Present) => boolean): ScalarFunction =>
  ([a, b]) =>
    test(a as Present, b as Present);
const arithmetic =
  (apply: (a: number, b: number) => number): ScalarFunction =>
  (args) =>
    args.map(number).reduce(apply);

/** Each scalar operator in JavaScript, with the results DuckDB gives. */
export const scalarFunctions: Record<ScalarOperator, ScalarFunction> = {
  "=": compare((a, b) => a === b),
  "<>": compare((a, b) => a !== b),
  "<": compare((a, b) => a < b),
  "<=": compare((a, b) => a <= b),
  ">": compare((a, b) => a > b),
  ">=": compare((a, b) => a >= b),
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "//": arithmetic((a, b) => Math.trunc(a / b)),
  "%": arithmetic((a, b) => a % b),
  abs: ([a]) => Math.abs(number(a)),
  length: ([a]) => Array.from(text(a)).length,
  substring: ([a, from, count]) => substring(text(a), number(from), count),
  concat: (args) => args.map(text).join(""),
  fold: ([a]) => fold(text(a)),
  trim: ([a]) => text(a).replace(/^ +| +$/g, ""),
  replace: ([a, from, to]) => text(a).replaceAll(text(from), () => text(to)),
  translate: ([a, from, to]) => translate(text(a), text(from), text(to)),
  "regex-replace": ([a, pattern, by]) => text(a).replace(regex(text(pattern), "gu"), text(by)),
  "regex-test": ([a, pattern]) => regex(text(pattern), "u").test(text(a)),
  "regex-extract": ([a, pattern, group]) => regex(text(pattern), "u").exec(text(a))?.[number(group)] ?? "",
  integer: ([a]) => integer(a),
  "starts-with": ([a, prefix]) => text(a).startsWith(text(prefix)),
  "ends-with": ([a, suffix]) => text(a).endsWith(text(suffix)),
  token: ([a, n]) =>
    text(a)
      .split(" ")
      .at(number(n) < 0 ? number(n) : number(n) - 1) || null,
  "token-count": ([a]) => text(a).split(" ").length,
  "token-mask": ([a, half]) => tokenMask(text(a), number(half) === 1),
  "bit-and": ([a, b]) => (a as bigint) & (b as bigint),
  "jaro-winkler": ([a, b]) => jaroWinkler(text(a), text(b)),
  levenshtein: ([a, b]) => levenshtein(text(a), text(b)),
  damerau: ([a, b]) => damerauLevenshtein(text(a), text(b)),
  jaccard: ([a, b]) => jaccard(text(a), text(b)),
  hamming: ([a, b]) => hamming(text(a), text(b)),
};

const regexes = new Map<string, RegExp>();

function regex(pattern: string, flags: string): RegExp {
  const key = `${flags}/${pattern}`;
  let compiled = regexes.get(key);
  if (!compiled) regexes.set(key, (compiled = new RegExp(pattern, flags)));
  compiled.lastIndex = 0;
  return compiled;
}

function substring(value: string, from: number, count: Present | undefined): string {
  const letters = Array.from(value);
  const start = from < 0 ? letters.length + from : from - 1;
  return letters.slice(Math.max(start, 0), count === undefined ? undefined : start + number(count)).join("");
}

/** Upper case letter by letter, then accents off, as DuckDB does; a letter whose upper case is two letters stays. */
function fold(value: string): string {
  const upper = Array.from(value).map((letter) => {
    const big = letter.toUpperCase();
    return Array.from(big).length === 1 ? big : letter;
  });
  return upper
    .join("")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
}

function translate(value: string, from: string, to: string): string {
  const target = Array.from(to);
  const table = new Map(Array.from(from).map((letter, i) => [letter, target[i] ?? ""]));
  return Array.from(value)
    .map((letter) => table.get(letter) ?? letter)
    .join("");
}

function integer(value: Present | undefined): number | null {
  return /^-?[0-9]{1,9}$/.test(text(value)) ? Number(value) : null;
}

function tokenMask(value: string, begin: boolean): bigint {
  let mask = 0n;
  for (const token of value.split(" ")) {
    const letters = Array.from(token);
    const code = (at: number) => letters.at(begin ? at : -1 - at)?.codePointAt(0) ?? 0;
    mask |= 1n << BigInt((code(0) * 961 + code(1) * 31 + code(2) + letters.length * 7) % 62);
  }
  return mask;
}
