import type { Literal, LogicOperator, ScalarOperator } from "./expression.ts";

/** How one engine spells each operator and what stages need besides. Arguments arrive as SQL. */
export type Dialect = {
  name: DialectName;
  column: Record<"row" | "left" | "right", (column: string) => string>;
  functions: Record<Exclude<LogicOperator, "case"> | ScalarOperator, (args: readonly string[]) => string>;
  /** A constant. */
  literal: (value: Literal) => string;
  cast: (value: string, type: NumberType) => string;
  /** True or false, never missing, in the form readers of a result expect. */
  truth: (condition: string) => string;
  /** Columns of a table of the FROM list under their own names: `names` are all of them but `but`. */
  columnsOf: (table: string, names: readonly string[], but?: string) => string;
  /** A whole number that looks random but follows from the record number alone. */
  sampleHash: (number: string) => string;
  /** A 64-bit hash of several keys; equal on the same engine only. */
  keyHash: (keys: readonly string[]) => string;
  /** A table of the FROM list with the columns n (from 0), a and b. */
  inlinePairs: (pairs: readonly (readonly [string | null, string | null])[]) => string;
  /** The statements that fill a table with a query, replacing an older one. `parts` are the queries whose union it is. */
  fill: (table: { name: string; says: string; sql: string; parts?: readonly string[] }) => string[];
  /** Rewrites `$1` of a replacement into the engine's own form. */
  replacement: (text: string) => string;
};
export type NumberType = "tinyint" | "utinyint" | "integer" | "float" | "double";
export type DialectName = "duckdb" | "clickhouse" | "spark";
