import type { Dialect } from "./dialect.ts";

export const infix = (operator: string) => (args: readonly string[]) => `(${args.join(` ${operator} `)})`;
export const call = (name: string) => (args: readonly string[]) => `${name}(${args.join(", ")})`;

/** What all engines spell alike: the sides of a pair are `l` and `r`. */
export const commonColumn: Dialect["column"] = {
  row: (column) => column,
  left: (column) => `l.${column}`,
  right: (column) => `r.${column}`,
};

/** Logic, comparisons and arithmetic of standard SQL. */
export const commonFunctions = {
  and: infix("AND"),
  or: infix("OR"),
  not: ([a]) => `(NOT ${a})`,
  "is-null": ([a]) => `(${a} IS NULL)`,
  coalesce: call("coalesce"),
  "=": infix("="),
  "<>": infix("<>"),
  "<": infix("<"),
  "<=": infix("<="),
  ">": infix(">"),
  ">=": infix(">="),
  "+": infix("+"),
  "-": infix("-"),
  "*": infix("*"),
  "%": infix("%"),
  abs: call("abs"),
} satisfies Partial<Dialect["functions"]>;
