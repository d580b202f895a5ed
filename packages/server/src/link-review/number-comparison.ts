import { readNik } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";

/** How two identity numbers relate, without any digit of either (reliability.md B.3 rule 9). Positions count from 1. */
export type NumberComparison =
  | { readonly outcome: "missing"; readonly side: "left" | "right" | "both" }
  | { readonly outcome: "same" }
  | { readonly outcome: "swapped"; readonly positions: readonly [number, number] }
  | { readonly outcome: "nearly"; readonly equalDigits: number; readonly positions: readonly number[] }
  | { readonly outcome: "length-differs" }
  | { readonly outcome: "different" };

export type NikComparison = NumberComparison & {
  /** Whether the birth dates inside both numbers agree; null when one number has none. */
  readonly datesInsideAgree: boolean | null;
  /** Whether the date inside each number is the birth date written beside it; null when either is unknown. */
  readonly leftDateFits: boolean | null;
  readonly rightDateFits: boolean | null;
};

const mostDifferingDigits = 2;

export function compareNumbers(left: string | null, right: string | null): NumberComparison {
  if (left === null || right === null)
    return { outcome: "missing", side: left === right ? "both" : left === null ? "left" : "right" };
  if (left === right) return { outcome: "same" };
  if (left.length !== right.length) return { outcome: "length-differs" };
  const positions = left.split("").flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = 0, second = 0] = positions;
  const isSwap =
    positions.length === 2 &&
    second === first + 1 &&
    left[first] === right[second] &&
    left[second] === right[first];
  if (isSwap) return { outcome: "swapped", positions: [first + 1, second + 1] };
  if (positions.length > mostDifferingDigits) return { outcome: "different" };
  return {
    outcome: "nearly",
    equalDigits: left.length - positions.length,
    positions: positions.map((index) => index + 1),
  };
}

type Side = { readonly nik: string | null; readonly birthDate: string | null };

/** A NIK carries the birth date of its holder, so equal dates inside make equal digits worth less. */
export function compareNiks(left: Side, right: Side, today: CivilDate): NikComparison {
  const dateInside = (side: Side) => {
    const read = side.nik === null ? null : readNik(side.nik, today);
    return read !== null && "parts" in read ? read.parts.birthDate : null;
  };
  const [leftDate, rightDate] = [dateInside(left), dateInside(right)];
  return {
    ...compareNumbers(left.nik, right.nik),
    datesInsideAgree: agree(leftDate, rightDate),
    leftDateFits: agree(leftDate, left.birthDate),
    rightDateFits: agree(rightDate, right.birthDate),
  };
}

const agree = (a: string | null, b: string | null): boolean | null =>
  a === null || b === null ? null : a === b;
