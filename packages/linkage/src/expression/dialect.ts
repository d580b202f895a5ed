import type { LogicOperator, ScalarOperator } from "./expression.ts";

/** How one engine spells each operator. Arguments arrive as SQL. */
export type Dialect = {
  name: DialectName;
  column: Record<"row" | "left" | "right", (column: string) => string>;
  functions: Record<Exclude<LogicOperator, "case"> | ScalarOperator, (args: readonly string[]) => string>;
  /** The statements that fill a table with a query, replacing an older one. */
  fill: (table: { name: string; says: string; sql: string }) => string[];
  /** Rewrites `$1` of a replacement into the engine's own form. */
  replacement: (text: string) => string;
};
export type DialectName = "duckdb" | "clickhouse";
