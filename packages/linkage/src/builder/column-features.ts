import { row, type Call, type Expression } from "#expression";
import { dateNumber } from "#meanings";

/** Upper case, no accents, letters and digits only, single spaces; missing when nothing is left. */
export const plainText = (column: string): Call => [
  "null-if",
  ["trim", ["regex-replace", ["fold", row(column)], "[^A-Z0-9]+", " "]],
  "",
];

/** Digits only; missing when there are none. */
export const digitsOnly = (column: string): Call => [
  "null-if",
  ["regex-replace", row(column), "[^0-9]", ""],
  "",
];

/** A date as the number YYYYMMDD, from ISO, YYYYMMDD or day-first text; missing when it is no real day. */
export const dateOf = (column: string): Call => dateNumber(row(column));

export type WordSet<Column extends string> = Record<
  `${Column}_count` | `${Column}_mask_a` | `${Column}_mask_b`,
  Expression
>;

/** The three columns that `wordsWithin` reads: how many words a text has, and which, as two bit sets. Spread it into features. */
export function wordSet<const Column extends string>(column: Column): WordSet<Column> {
  return {
    [`${column}_count`]: ["token-count", row(column)],
    [`${column}_mask_a`]: ["token-mask", row(column), 1],
    [`${column}_mask_b`]: ["token-mask", row(column), 2],
  } as unknown as WordSet<Column>;
}
