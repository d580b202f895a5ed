import type { ErrorRates } from "./error-rates.ts";
import type { Random } from "./random.ts";
import { drawFault } from "./slip-number.ts";

/** What can be wrong with a birth date. */
export type BirthDateFault = keyof ErrorRates["birthDate"];

/**
 * A birth date (`YYYY-MM-DD`) as a list made on the day `madeOn` holds it: always a day that exists and was not to come;
 * `null` when it is missing.
 */
export function slipBirthDate(
  random: Random,
  date: string,
  rates: ErrorRates["birthDate"],
  madeOn: string,
): { readonly written: string | null; readonly fault: BirthDateFault | null } {
  const fault = drawFault(random, rates);
  if (fault === null) return { written: date, fault };
  if (fault === "missing") return { written: null, fault };
  const right = {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  };
  const written = dateText(slipParts(random, right, fault));
  return written === date || written > madeOn ? { written: date, fault: null } : { written, fault };
}

type Parts = { year: number; month: number; day: number };

function slipParts(random: Random, date: Parts, fault: Exclude<BirthDateFault, "missing">): Parts {
  if (fault === "year") return { ...date, year: date.year + random.pick([-1, 1, -2, 2, -3, 3, -5, 5]) };
  if (fault === "other") return { ...date, month: random.int(1, 12), day: random.int(1, 28) };
  if (fault === "swapped")
    return date.day > 12 ? date : { year: date.year, month: date.day, day: date.month };
  if (fault === "official") {
    const isLastDay = random.chance(0.3);
    const year = random.chance(0.3) ? date.year + random.pick([-2, -1, 1, 2, 3, -3, 5, -5]) : date.year;
    return isLastDay ? { year, month: 12, day: 31 } : { year, month: 1, day: 1 };
  }
  const part = random.pick(["day", "day", "month", "year", "year"] as const);
  if (part === "year") return { ...date, year: date.year + random.pick([-10, 10, -1, 1, 9, -9, 3]) };
  if (part === "month")
    return { ...date, month: within(date.month + random.pick([-1, 1, 2, -2, 10, -10]), 12) };
  return { ...date, day: within(date.day + random.pick([-10, 10, -1, 1, 2, -2]), 28) };
}

const within = (value: number, most: number): number => Math.min(most, Math.max(1, value));

/** The day as text; a day the month does not have becomes its last. */
export function dateText({ year, month, day }: Parts): string {
  const last = Math.min(day, daysOf(year, month));
  return `${year}-${String(month).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
}

export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
