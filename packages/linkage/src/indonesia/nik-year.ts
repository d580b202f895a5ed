import type { Call, Expression } from "#expression";
import { digits } from "#meanings";

/** Two-digit birth years above this belong to the last century. */
const pivotYear = 26;

/** The birth year inside a NIK, digits 11 and 12. Source: PP 37/2007 art. 37. */
export const nikYear = (nik: Expression): Call => {
  const year = digits(nik, 11, 2);
  return ["+", year, ["case", [">", year, pivotYear], 1900, 2000]];
};
