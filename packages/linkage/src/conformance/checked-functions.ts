import { row, type Call, type Expression } from "#expression";
import type { TextPair } from "./text-pairs.ts";

/** One use of an operator over a pair of texts; `fits` leaves out pairs the operator refuses everywhere. */
export type CheckedFunction = {
  operator: string;
  expression: Expression;
  fits?: (pair: TextPair) => boolean;
};

const [a, b] = [row("a"), row("b")];
const check = (expression: Call): CheckedFunction => ({ operator: expression[0], expression });
const sameLength = ([first, second]: TextPair): boolean =>
  first === null || second === null || (first !== "" && bytes(first) === bytes(second));
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Every operator whose result could depend on the engine, some in several ways. */
export const checkedFunctions: readonly CheckedFunction[] = [
  check(["jaro-winkler", a, b]),
  check(["levenshtein", a, b]),
  check(["damerau", a, b]),
  check(["jaccard", a, b]),
  { ...check(["hamming", a, b]), fits: sameLength },
  { ...check(["hamming", ["substring", ["concat", a, "0000000"], 1, 7], "1371991"]), fits: isPlain },
  check(["length", a]),
  check(["substring", a, 2, 3]),
  check(["substring", a, -8]),
  check(["substring", a, -5, 4]),
  check(["concat", a, "-", b]),
  check(["trim", a]),
  check(["replace", a, "A", "OE"]),
  check(["translate", a, "QCVPZJYWOEÉ", "KKFFSIIUU"]),
  { ...check(["regex-replace", ["fold", a], "[^A-Z]+", ""]), operator: "fold" },
  { ...check(["fold", a]), fits: isPlain },
  check(["regex-replace", a, "(^| )(SITI|MUHAMMAD|A)( |$)", "$1X$3"]),
  check(["regex-replace", a, "[ ,.]+S.*$", ""]),
  check(["regex-test", a, "^[A-Z]+ .*I$"]),
  check(["regex-extract", a, "^([A-Z]+)[ .]([A-Z])", 2]),
  check(["integer", a]),
  check(["integer", ["substring", b, 1, 4]]),
  check(["starts-with", a, "S"]),
  check(["ends-with", a, "I"]),
  check(["token", a, 1]),
  check(["token", a, 3]),
  check(["token", a, -1]),
  check(["token-count", a]),
  check(["token-mask", a, 1]),
  check(["token-mask", a, 2]),
  check(["bit-and", ["token-mask", a, 1], ["token-mask", b, 1]]),
  check(["null-if", a, b]),
  check(["=", a, b]),
  check(["<", a, "M"]),
  check(["abs", ["-", ["length", a], ["length", b]]]),
  check(["//", ["*", ["length", a], ["length", b]], 7]),
  check(["%", ["*", ["length", a], ["length", b]], 7]),
  check(["+", ["length", a], ["token-count", a], 1]),
  check(["and", ["starts-with", a, "S"], ["ends-with", b, "I"]]),
  check(["or", ["starts-with", a, "S"], ["ends-with", b, "I"]]),
  check(["not", ["starts-with", a, "S"]]),
  check(["coalesce", a, b, "none"]),
  check(["is-null", a]),
  check(["case", ["starts-with", a, "S"], 1, ["is-null", b], 2, null]),
];

function isPlain([first]: TextPair): boolean {
  return first === null || /^[ -~]*$/.test(first);
}
