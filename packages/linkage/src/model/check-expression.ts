import type { Call } from "#expression";
import type { Fault } from "./faults.ts";

/** Where an expression stands: over one record or over a pair, and which columns it may read. */
export type ExpressionPlace = { over: "row" | "pair"; columns: ReadonlySet<string> };

type Operator = Call[0];
type Arity = { least: number; most: number };
const exactly = (count: number): Arity => ({ least: count, most: count });
const atLeast = (count: number): Arity => ({ least: count, most: 64 });

const arityOf: Record<Operator, Arity> = {
  row: exactly(1),
  left: exactly(1),
  right: exactly(1),
  and: atLeast(1),
  or: atLeast(1),
  not: exactly(1),
  "is-null": exactly(1),
  coalesce: atLeast(1),
  case: atLeast(3),
  "=": exactly(2),
  "<>": exactly(2),
  "<": exactly(2),
  "<=": exactly(2),
  ">": exactly(2),
  ">=": exactly(2),
  "+": atLeast(2),
  "-": atLeast(2),
  "*": atLeast(2),
  "//": exactly(2),
  "%": exactly(2),
  abs: exactly(1),
  "null-if": exactly(2),
  length: exactly(1),
  substring: { least: 2, most: 3 },
  concat: atLeast(1),
  fold: exactly(1),
  trim: exactly(1),
  replace: exactly(3),
  translate: exactly(3),
  "regex-replace": exactly(3),
  "regex-test": exactly(2),
  "regex-extract": exactly(3),
  integer: exactly(1),
  "starts-with": exactly(2),
  "ends-with": exactly(2),
  token: exactly(2),
  "token-count": exactly(1),
  "token-mask": exactly(2),
  "bit-and": exactly(2),
  "jaro-winkler": exactly(2),
  levenshtein: exactly(2),
  damerau: exactly(2),
  jaccard: exactly(2),
  hamming: exactly(2),
  raw: atLeast(2),
};

/** What is wrong with an expression: unknown operators, wrong numbers of arguments, columns nobody makes. */
export function* expressionFaults(value: unknown, path: string, place: ExpressionPlace): Generator<Fault> {
  if (!Array.isArray(value)) {
    if (!isLiteral(value))
      yield { path, says: "an expression is text, a number, true, false, null or a list" };
    return;
  }
  const [operator, ...args] = value as unknown[];
  const arity = Object.hasOwn(arityOf, String(operator)) ? arityOf[operator as Operator] : undefined;
  if (typeof operator !== "string" || !arity) {
    yield { path, says: `there is no operator ${JSON.stringify(operator)}` };
    return;
  }
  if (args.length < arity.least || args.length > arity.most) {
    yield { path, says: `${operator} takes ${inWords(arity)}, got ${args.length}` };
    return;
  }
  yield* specialFaults(operator, args, path, place);
  if (operator === "raw" || operator === "row" || operator === "left" || operator === "right") return;
  for (const [i, arg] of args.entries()) yield* expressionFaults(arg, `${path}[${i + 1}]`, place);
}

function* specialFaults(
  operator: string,
  args: readonly unknown[],
  path: string,
  place: ExpressionPlace,
): Generator<Fault> {
  if (operator === "row" || operator === "left" || operator === "right") {
    yield* columnFaults(operator, args[0], path, place);
  } else if (operator === "case" && args.length % 2 === 0) {
    yield { path, says: "case takes pairs of condition and value, then the value for the rest" };
  } else if (operator === "raw" && (args.length % 2 === 1 || args.some((arg) => typeof arg !== "string"))) {
    yield { path, says: "raw takes pairs of engine name and SQL text" };
  } else if (operator.startsWith("regex-")) {
    yield* patternFaults(args, path);
  }
}

function* columnFaults(
  operator: string,
  column: unknown,
  path: string,
  place: ExpressionPlace,
): Generator<Fault> {
  if (typeof column !== "string") yield { path, says: `${operator} takes the name of a column` };
  else if ((operator === "row") !== (place.over === "row")) {
    const right = place.over === "row" ? "row" : "left or right";
    yield { path, says: `${operator} cannot be read here; use ${right}` };
  } else if (!place.columns.has(column)) {
    yield { path, says: `no input or feature before it makes the column "${column}"` };
  }
}

function* patternFaults(args: readonly unknown[], path: string): Generator<Fault> {
  const [, pattern, third] = args;
  if (typeof pattern !== "string") {
    yield { path: `${path}[2]`, says: "a pattern must be plain text, not an expression" };
    return;
  }
  if (!isPattern(pattern)) yield { path: `${path}[2]`, says: "not a regular expression" };
  if (Array.isArray(third))
    yield { path: `${path}[3]`, says: "must be plain text or a number, not an expression" };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").unicode;
  } catch {
    return false;
  }
}

const isLiteral = (value: unknown): boolean =>
  value === null ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

const inWords = ({ least, most }: Arity): string =>
  least === most
    ? `${least} argument(s)`
    : most >= 64
      ? `at least ${least} argument(s)`
      : `${least} to ${most} arguments`;
