import type { Random } from "./random.ts";
import { daysOf } from "./slip-birth-date.ts";

/** "13.77.02…" → "137792"; kecamatan 10 and above wrap to 90-99, which stays inside the range never issued. */
export function syntheticKecamatan(code: string): string {
  const digits = code.replaceAll(".", "");
  return `${digits.slice(0, 4)}${90 + (Number(digits.slice(4, 6)) % 10)}`;
}

export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Numbers of prefixes counted from 1, so that none is issued twice. */
export type Serials = { readonly next: (prefix: number) => number };

/** Prefixes of twelve digits as keys: numbers are smaller in memory than texts, and a million persons have as many. */
export function openSerials(): Serials {
  const issued = new Map<number, number>();
  return {
    next: (prefix) => {
      const serial = (issued.get(prefix) ?? 0) + 1;
      if (serial > 5000) throw new RangeError("too many persons born on one day in one kecamatan");
      issued.set(prefix, serial);
      return serial;
    },
  };
}

/** Sixteen digits: kecamatan of first registration, birth date with 40 added to a woman's day, serial (PP 37/2007 art. 37). */
export function issueNik(
  serials: Serials,
  kecamatan: string,
  { year, month, day }: Day,
  isWoman: boolean,
): string {
  return numbered(serials, kecamatan + two(day + (isWoman ? 40 : 0)) + two(month) + two(year % 100));
}

export function issueFamilyCard(serials: Serials, kecamatan: string, { year, month, day }: Day): string {
  return numbered(serials, kecamatan + two(day) + two(month) + two(year % 100));
}

function numbered(serials: Serials, prefix: string): string {
  return prefix + String(serials.next(Number(prefix))).padStart(4, "0");
}

/** Shares of official birth days by year of birth: many older people never knew theirs. */
const officialDays = [
  { until: 1960, share: 0.3 }, { until: 1975, share: 0.17 }, { until: 1990, share: 0.06 }, { until: 2000, share: 0.02 },
]; // oxfmt-ignore

/**
 * A birthday in the year. Official ones are 31 December (before 2004), 1 July (since) and, by habit, 1 January; the 15th
 * where only the month was known. Source: Permendagri 19/2010; shares of linkage.md 7 (judgement).
 */
export function drawBirthday(random: Random, year: number): Day {
  const share = officialDays.find(({ until }) => year < until)?.share ?? 0;
  if (random.chance(share)) {
    const point = random.next();
    if (point < 0.5) return { year, month: 12, day: 31 };
    return point < 0.85 ? { year, month: 7, day: 1 } : { year, month: 1, day: 1 };
  }
  const month = random.int(1, 12);
  if (year < 1985 && random.chance(0.03)) return { year, month, day: 15 };
  return { year, month, day: random.int(1, daysOf(year, month)) };
}

/** Two to three numbers in a hundred carry another date than the one later found to be right. */
export function dateInNik(random: Random, birthday: Day): Day {
  if (!random.chance(0.025)) return birthday;
  const part = random.int(1, 3);
  if (part === 1) return { ...birthday, day: random.int(1, 28) };
  if (part === 2) return { ...birthday, month: random.int(1, 12), day: Math.min(28, birthday.day) };
  return { ...birthday, year: birthday.year + random.pick([-2, -1, 1, 2]), day: Math.min(28, birthday.day) };
}

const two = (value: number): string => String(value).padStart(2, "0");
