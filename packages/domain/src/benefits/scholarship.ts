import type { RateSource } from "#law";
import { addMonths, ageOn, type CivilDate } from "#time";

export type SchoolLevel = "tk" | "sd" | "smp" | "sma" | "s1";

export type Child = {
  birthDate: CivilDate;
  /** Null for a child not in school. */
  level: SchoolLevel | null;
  yearOfLevel?: number | undefined;
  married?: boolean | undefined;
  working?: boolean | undefined;
};

/** One year of school and what is paid for it. */
export type SchoolYear = { year: number; level: SchoolLevel; amount: number };

export type ChildScholarship = {
  total: number;
  years: SchoolYear[];
  because?: "married" | "working" | "too-old" | "third-child" | "not-in-school" | "no-cover";
};

/** Rupiah a year and for how many years; kindergarten and primary school share eight. From PP 82/2019, as the press reports. */
const levels: readonly { level: SchoolLevel; years: number; amount: number }[] = [
  { level: "tk", years: 2, amount: 1_500_000 },
  { level: "sd", years: 6, amount: 1_500_000 },
  { level: "smp", years: 3, amount: 2_000_000 },
  { level: "sma", years: 3, amount: 3_000_000 },
  { level: "s1", years: 5, amount: 12_000_000 },
];

/** Two children, below 23, unmarried, without work; a child of this age who is not in school yet begins kindergarten. */
const limits = { children: 2, ageBelow: 23, kindergartenAge: 5 };

export const scholarshipSource: RateSource = {
  instrument: "PP 44/2015 as amended by PP 82/2019",
  article: "beasiswa pendidikan anak, paling banyak dua anak, diajukan setiap tahun",
  mark: "reported",
};

/**
 * What each child would get, year by year from the event on, if it passes every year. Of more than two the two with the
 * greatest sums; nothing where the cover brings none.
 */
export function explainScholarships(
  children: readonly Child[],
  on: CivilDate,
  isDue: boolean,
): ChildScholarship[] {
  const answers = children.map((child) => (isDue ? forChild(child, on) : nothing("no-cover")));
  const best = new Set(answers.toSorted((a, b) => b.total - a.total).slice(0, limits.children));
  return answers.map((answer) => (best.has(answer) || answer.total === 0 ? answer : nothing("third-child")));
}

function forChild(child: Child, on: CivilDate): ChildScholarship {
  if (child.married === true) return nothing("married");
  if (child.working === true) return nothing("working");
  const age = ageOn(child.birthDate, on);
  if (age >= limits.ageBelow) return nothing("too-old");
  const isToddler = child.level === null && age <= limits.kindergartenAge;
  if (child.level === null && !isToddler) return nothing("not-in-school");
  const wait = isToddler ? limits.kindergartenAge - age : 0;
  const years = schoolYears(child.level ?? "tk", child.yearOfLevel ?? 1)
    .map((each, step) => ({ ...each, year: Number(on.slice(0, 4)) + wait + step, after: wait + step }))
    .filter(({ after }) => ageOn(child.birthDate, addMonths(on, after * 12)) < limits.ageBelow)
    .map(({ year, level, amount }) => ({ year, level, amount }));
  return { total: years.reduce((sum, { amount }) => sum + amount, 0), years };
}

/** Every year from this one to the end of university. */
function schoolYears(level: SchoolLevel, yearOfLevel: number): { level: SchoolLevel; amount: number }[] {
  const first = levels.findIndex((each) => each.level === level);
  return levels.slice(first).flatMap(({ level: of, years, amount }, step) => {
    const left = step === 0 ? Math.max(0, years - yearOfLevel + 1) : years;
    return Array.from({ length: left }, () => ({ level: of, amount }));
  });
}

function nothing(because: NonNullable<ChildScholarship["because"]>): ChildScholarship {
  return { total: 0, years: [], because };
}
