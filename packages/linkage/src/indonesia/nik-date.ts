import type { Call, Expression } from "#expression";
import { digits, validDate } from "#meanings";

/** Two-digit birth years above this belong to the last century. */
const pivotYear = 26;

/** The birth date inside a 16-digit NIK (day + 40 for women), as YYYYMMDD. Source: PP 37/2007 art. 37. */
export function nikDateNumber(nik: Expression): Call {
  const year = digits(nik, 11, 2);
  const fullYear: Call = ["+", year, ["case", [">", year, pivotYear], 1900, 2000]];
  return validDate(fullYear, digits(nik, 9, 2), ["%", digits(nik, 7, 2), 40]);
}
