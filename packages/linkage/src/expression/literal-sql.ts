import type { Literal } from "./expression.ts";

/** A literal as standard SQL, quotes doubled. */
export function literalSql(value: Literal): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (!Number.isFinite(value)) throw new TypeError("a literal number must be finite");
  return String(value);
}

/** Rows of a VALUES list: the number of the row and its two texts. */
export const inlineRows = (
  pairs: readonly (readonly [string | null, string | null])[],
  literal: (value: Literal) => string,
): string => pairs.map(([a, b], n) => `(${n}, ${literal(a)}, ${literal(b)})`).join(", ");
