/**
 * An expression over the columns of one record (`row`) or of two (`left`, `right`), as plain JSON.
 * The same tree is compiled to SQL and evaluated in JavaScript; a property test holds the two equal.
 */
export type Expression = Literal | Call;
export type Literal = string | number | boolean | null;
export type Call = readonly [Operator, ...Expression[]];
export type Value = string | number | bigint | boolean | null;

/** Reads a column: of the only record, of the left one, of the right one. */
export type ColumnOperator = "row" | "left" | "right";
/** Operators that do not simply give null when an argument is null. */
export type LogicOperator = "and" | "or" | "not" | "is-null" | "null-if" | "coalesce" | "case";
/** Operators that give null when any argument is null. */
export type ScalarOperator =
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "//"
  | "%"
  | "abs"
  | "length"
  | "substring"
  | "concat"
  | "fold"
  | "trim"
  | "replace"
  | "translate"
  | "regex-replace"
  | "regex-test"
  | "regex-extract"
  | "integer"
  | "starts-with"
  | "ends-with"
  | "token"
  | "token-count"
  | "token-mask"
  | "bit-and"
  | "jaro-winkler"
  | "levenshtein"
  | "damerau"
  | "jaccard"
  | "hamming";
/** SQL written by hand for one engine: `["raw", "duckdb", "…"]`. Cannot be evaluated in JavaScript. */
export type RawOperator = "raw";
export type Operator = ColumnOperator | LogicOperator | ScalarOperator | RawOperator;

/** A column of the record at hand: in features and blocking keys. */
export const row = (column: string): Call => ["row", column];
/** A column of the left record. */
export const left = (column: string): Call => ["left", column];
/** A column of the right record. */
export const right = (column: string): Call => ["right", column];

/** Both records carry the same value in this column. */
export const same = (column: string): Call => ["=", left(column), right(column)];
/** At least one of the two records has no value in this column. */
export const eitherMissing = (column: string): Call => [
  "or",
  ["is-null", left(column)],
  ["is-null", right(column)],
];
export const and = (...parts: Expression[]): Call => ["and", ...parts];
export const or = (...parts: Expression[]): Call => ["or", ...parts];
export const not = (part: Expression): Call => ["not", part];
export const oneOf = (subject: Expression, values: readonly Literal[]): Call =>
  or(...values.map((value): Call => ["=", subject, value]));

/** The columns an expression reads, in order of first use. */
export function columnsOf(expression: Expression): string[] {
  if (!Array.isArray(expression)) return [];
  const [operator, ...args] = expression as Call;
  if (operator === "row" || operator === "left" || operator === "right") return [String(args[0])];
  return [...new Set(args.flatMap(columnsOf))];
}
