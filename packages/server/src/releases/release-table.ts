/** The closed list of public tables: nothing else of a release is ever written to a file (reliability.md G.7 S11). */
export const releaseTableNames = [
  "coverage",
  "months",
  "indicators",
  "commitments",
  "groups",
  "revisions",
] as const;
export type ReleaseTableName = (typeof releaseTableNames)[number];

export type TableValue = string | number | null;

/** One public table of a release, as it is frozen: columns by code, rows of values in their order. */
export type ReleaseTable = {
  readonly name: ReleaseTableName;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
};
