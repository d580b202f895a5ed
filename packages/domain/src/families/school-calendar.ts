import { type Child, type ChildScholarship, explainScholarships, type SchoolLevel } from "#benefits";
import { addDays, addMonths, type CivilDate, daysBetween } from "#time";

/** What BPJS answered to the application for a child's scholarship. */
export const scholarshipStates = ["unknown", "granted", "refused"] as const;
export type ScholarshipState = (typeof scholarshipStates)[number];

/** Class and level as they were known on a day. */
export type SchoolFacts = { level: SchoolLevel; yearOfLevel: number; on: CivilDate };

export type Scholar = {
  id: string;
  birthDate: CivilDate;
  /** Null for a child who is not in school. */
  school: SchoolFacts | null;
  /** Marriage and work end a scholarship. */
  ended: { kind: "married" | "working"; on: CivilDate } | null;
  /** Years whose school letter was received. */
  letters: readonly number[];
};

export type LetterState = "received" | "late" | "due" | "coming";
export type CalendarYear = {
  year: number;
  level: SchoolLevel;
  /** Rupiah. */
  amount: number;
  letterDueOn: CivilDate;
  letter: LetterState;
};

export type ChildCalendar = {
  id: string;
  total: number;
  years: CalendarYear[];
  because: NonNullable<ChildScholarship["because"]> | null;
  ends: { on: CivilDate; because: "turns-23" | "married" | "working" | "finished" } | null;
  /** The earliest letter that is not there. */
  nextLetter: CalendarYear | null;
};

const classCounts: readonly (readonly [SchoolLevel, number])[] = [
  ["tk", 2],
  ["sd", 6],
  ["smp", 3],
  ["sma", 3],
  ["s1", 5],
];
export const schoolLevels: readonly SchoolLevel[] = classCounts.map(([level]) => level);

/** Every class from the first of kindergarten to the last of university, in order. */
const classes = classCounts.flatMap(([level, years]) =>
  Array.from({ length: years }, (_, at) => ({ level, yearOfLevel: at + 1 })),
);

export function isClass(level: SchoolLevel, yearOfLevel: number): boolean {
  return classes.some((each) => each.level === level && each.yearOfLevel === yearOfLevel);
}

/** The class on another day, if every year was and is passed: a school year begins in July. Null before kindergarten and after university. */
export function classOn(
  { level, yearOfLevel, on: known }: SchoolFacts,
  on: CivilDate,
): { level: SchoolLevel; yearOfLevel: number } | null {
  const at = classes.findIndex((each) => each.level === level && each.yearOfLevel === yearOfLevel);
  return classes[at + schoolYearOf(on) - schoolYearOf(known)] ?? null;
}

/** The year in which the school year of a day began. */
function schoolYearOf(on: CivilDate): number {
  const year = Number(on.slice(0, 4));
  return on.slice(5, 7) >= "07" ? year : year - 1;
}

/** Until when a year's letter is wanted: a rule of the city, not of law, as no instrument that was read names a day. */
const letterRule = {
  monthDay: "09-30",
  firstWithinDays: 90,
  noticeDays: 60,
  mark: "from-memory",
} as const;

/**
 * What each child would get from the day of the event on, year by year, with the letter that each year wants and where it stands today.
 * A year passes only if its letter came; sums are an estimate until BPJS answers.
 */
export function scholarshipCalendar(
  children: readonly Scholar[],
  { on, today, isDue }: { on: CivilDate; today: CivilDate; isDue: boolean },
): ChildCalendar[] {
  const answers = explainScholarships(
    children.map((child) => scholarOn(child, on)),
    on,
    isDue,
  );
  return children.map((child, at) => calendarOf(child, answers[at]!, { on, today }));
}

/** A child as the law of benefits asks for it on the day of the event. */
export const scholarOn = (
  { birthDate, school, ended }: Omit<Scholar, "id" | "letters">,
  on: CivilDate,
): Child => ({
  birthDate,
  ...(school === null ? { level: null } : (classOn(school, on) ?? { level: null })),
  married: ended?.kind === "married" && ended.on <= on,
  working: ended?.kind === "working" && ended.on <= on,
});

type Days = { on: CivilDate; today: CivilDate };

function calendarOf(
  child: Scholar,
  { years: all, because }: ChildScholarship,
  { on, today }: Days,
): ChildCalendar {
  const stops = child.ended?.on ?? null;
  const years = all
    .filter(({ year }) => stops === null || yearDay(on, year) < stops)
    .map((each) => {
      const letterDueOn = dueOn(on, each.year);
      return { ...each, letterDueOn, letter: letterState(child, each.year, { letterDueOn, today }) };
    });
  return {
    id: child.id,
    total: years.reduce((sum, { amount }) => sum + amount, 0),
    years,
    because: because ?? null,
    ends: years.length === 0 ? null : endOf(child, years, on),
    nextLetter: years.find(({ letter }) => letter !== "received") ?? null,
  };
}

/** The day of the event in another year, by which the law's age is asked. */
const yearDay = (on: CivilDate, year: number) => addMonths(on, (year - Number(on.slice(0, 4))) * 12);

function dueOn(on: CivilDate, year: number): CivilDate {
  const usual = `${year}-${letterRule.monthDay}` as CivilDate;
  const first = addDays(on, letterRule.firstWithinDays);
  return on.startsWith(String(year)) && first > usual ? first : usual;
}

function letterState(
  { letters }: Scholar,
  year: number,
  { letterDueOn, today }: { letterDueOn: CivilDate; today: CivilDate },
): LetterState {
  if (letters.includes(year)) return "received";
  const left = daysBetween(today, letterDueOn);
  if (left < 0) return "late";
  return left <= letterRule.noticeDays ? "due" : "coming";
}

function endOf(child: Scholar, years: readonly CalendarYear[], on: CivilDate): ChildCalendar["ends"] {
  const turns = addMonths(child.birthDate, 23 * 12);
  const { ended } = child;
  if (ended !== null && ended.on > on && ended.on < turns) return { on: ended.on, because: ended.kind };
  const lastYear = years.at(-1)!;
  const after = addMonths(yearDay(on, lastYear.year), 12);
  return after >= turns ? { on: turns, because: "turns-23" } : { on: after, because: "finished" };
}
