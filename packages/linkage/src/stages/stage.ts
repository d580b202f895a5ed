/** Which list a table holds. When one list is deduplicated there is only `left`. */
export type Side = "left" | "right";

/** Every table a linkage run can make. A stage that reads a table nobody makes is a type error. */
export type TableName =
  | `raw_${Side}`
  | `ids_${Side}`
  | `values_${string}`
  | `share_${string}`
  | `known_${string}`
  | `records_${Side}`
  | `keys_${Side}`
  | `sample_${Side}`
  | "sample_pairs"
  | "pairs"
  | "scored";

/** A named table and the query that fills it. Pure text: nothing has run. `says` tells what a row of it is. */
export type Stage = {
  name: TableName;
  reads: readonly TableName[];
  says: string;
  sql: string;
  /** The queries whose union `sql` is, when an engine may run them one after another. */
  parts?: readonly string[];
};

/** The two sides a run joins; equal when a list is compared with itself. */
export type Sides = { left: Side; right: Side };
export const twoLists: Sides = { left: "left", right: "right" };
export const oneList: Sides = { left: "left", right: "left" };
export const isOneList = (sides: Sides): boolean => sides.left === sides.right;

export const stage = (name: TableName, reads: readonly TableName[], says: string, sql: string): Stage => ({
  name,
  reads,
  says,
  sql,
});
