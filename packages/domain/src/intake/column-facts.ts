import type { FieldName } from "./import-fields.ts";

/** `figures`: which comes first in 5/8/1970. `areCellsSwapped`: an English spreadsheet took day for month where it could. */
export type DateOrder = {
  readonly figures: "day-first" | "month-first" | "unclear";
  readonly areCellsSwapped: boolean;
};

/** What only a whole column can tell, found before its rows are read one by one. Plain data: it is kept with the file. */
export type ColumnFacts = {
  /** Fields that some column holds. */
  readonly fields: readonly FieldName[];
  /** Number columns in which a spreadsheet kept 15 digits: those that end in 0 cannot be trusted. */
  readonly cut: readonly FieldName[];
  /** NIK and family card stand under each other's header. */
  readonly isSwapped: boolean;
  /** Words of sex that mean something else in this file than they usually do; null: nobody can say. */
  readonly sexWords: Readonly<Record<string, "male" | "female" | null>>;
  readonly birthDates: DateOrder | undefined;
};
