import { addDays, civilDate, parseCivilDate, type CivilDate } from "#time";
import { readInstant } from "./local-instant.ts";
import { readMonthName } from "./month-names.ts";
import type { DateOrder, TableCell } from "#intake";

export type DateReading =
  | { readonly status: "empty" }
  | {
      readonly status: "unreadable";
      readonly reason: "shape" | "no-such-day" | "year-only" | "too-old" | "age";
    }
  | { readonly status: "future" }
  | { readonly status: "read"; readonly date: CivilDate; readonly doubt: DateDoubt | null };

/** Why another day could be meant. `swapped`: the NIK or the column says that month stands before day. `utc`: only the clock does. */
export type DateDoubt = "day-or-month" | "short-year" | "swapped" | "serial" | "utc";

export type DateHints = {
  readonly today: CivilDate;
  /** The birth date inside the NIK, which alone may settle day against month and the century. */
  readonly inNik?: CivilDate | undefined;
  /** Only birth dates are doubted: on other dates day first is simply the custom. */
  readonly isBirthDate: boolean;
  /** Retirement lies ahead; everything else has happened. */
  readonly mayBeFuture: boolean;
  /** What the whole column says of its dates in figures. Left out: nothing is known of it. */
  readonly order?: DateOrder | undefined;
};

type Written = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly isShortYear: boolean;
  readonly isNamed: boolean;
};

const WEEKDAY =
  /^(senin|selasa|rabu|kamis|jum'?at|jumaat|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,? +/iu;
const AGE = /^(umur|usia|±|kira kira)? ?\d{1,3} ?(th|thn|tahun|tn|years?)?\.?$/i;

/** Reads ISO, day/month/year, "3 Mei 1980", "Mei 3, 1980", YYYYMMDD, the serial day of a spreadsheet, and instants. */
export function readDate(cell: Pick<TableCell, "text" | "kind">, hints: DateHints): DateReading {
  const text = cell.text
    .normalize("NFKC")
    .replace(/[\p{Cf}'`’]/gu, "")
    .trim()
    .replace(WEEKDAY, "");
  if (isAbsent(text)) return { status: "empty" };
  const instant = readInstant(text, !hints.isBirthDate);
  if (instant !== null) return fromCalendar(instant.date, instant.isDoubtful ? "utc" : null, hints);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return fromCalendar(dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), null, hints);
  if (/^\d{4,}$/.test(text)) return readDigits(text, hints);
  if (AGE.test(text)) return { status: "unreadable", reason: "age" };
  const written = takeApart(text);
  if (written === undefined) return { status: "unreadable", reason: "shape" };
  return settle(written, hints);
}

function isAbsent(text: string): boolean {
  return /^([-–—_.?]*|0+|0{1,2}[-/.]0{1,2}[-/.]0{2,4}|belum.*|tidak.*|tdk.*|n\/?a)$/i.test(text);
}

/** A day whose month and day a spreadsheet has already told apart, perhaps the wrong way round. */
function fromCalendar(date: CivilDate | undefined, doubt: DateDoubt | null, hints: DateHints): DateReading {
  if (date === undefined || !hints.isBirthDate) return judge(date, doubt, hints);
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const swapped = dateOf(year, day, month);
  const isSettled = date === hints.inNik || swapped === undefined || swapped === date;
  if (isSettled) return judge(date, doubt, hints);
  if (swapped === hints.inNik) return judge(swapped, "swapped", hints);
  return hints.order?.areCellsSwapped === true ? judge(swapped, "swapped", hints) : judge(date, doubt, hints);
}

/** 19800503, 03051980, or 29344: days since 30 December 1899, as spreadsheets count. */
function readDigits(digits: string, hints: DateHints): DateReading {
  if (digits.length === 8) {
    const yearFirst = dateOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
    const dayFirst = dateOf(Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
    return judge(yearFirst !== undefined && yearFirst >= "1900" ? yearFirst : dayFirst, null, hints);
  }
  if (digits.length === 4) return { status: "unreadable", reason: "year-only" };
  if (digits.length !== 5) return { status: "unreadable", reason: "shape" };
  return fromCalendar(addDays(civilDate("1899-12-30"), Number(digits)), "serial", hints);
}

/** A clock or a zone behind a date in words or figures says nothing about the day. */
const CLOCK = String.raw`(?:,?\s+\d{1,2}[:.]\d{2}.*)?`;
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})\s*[-/., ]\s*(\p{L}+\.?|\d{1,2})\s*[-/., ]\s*(\d{4}|\d{2})${CLOCK}$`,
  "u",
);
const NAME_FIRST = new RegExp(
  String.raw`^(\p{L}+\.?)\s*[-/. ]?\s*(\d{1,2})\s*[-/., ]\s*(\d{4})${CLOCK}$`,
  "u",
);

function takeApart(text: string): Written | undefined {
  const match = DAY_FIRST.exec(text);
  const nameFirst = match === null ? NAME_FIRST.exec(text) : null;
  const [, day = "", month = "", year = ""] =
    match ?? (nameFirst === null ? [] : ["", nameFirst[2], nameFirst[1], nameFirst[3]]);
  if (day === "") return undefined;
  const isNamed = /\p{L}/u.test(month);
  const number = isNamed ? readMonthName(month) : Number(month);
  if (number === undefined) return undefined;
  return { day: Number(day), month: number, year: Number(year), isShortYear: year.length === 2, isNamed };
}

/** Day first is the custom; the NIK outranks it, then what the whole column shows. */
function settle(written: Written, hints: DateHints): DateReading {
  const dayFirst = listYears(written, hints).map((year) => dateOf(year, written.month, written.day));
  const monthFirst = written.isNamed
    ? []
    : listYears(written, hints).map((year) => dateOf(year, written.day, written.month));
  const isSame = (date: CivilDate | undefined) => date !== undefined && date === hints.inNik;
  if (dayFirst.some(isSame)) return judge(hints.inNik, null, hints);
  if (monthFirst.some(isSame)) return judge(hints.inNik, "swapped", hints);
  const plain = dayFirst.find((date) => date !== undefined);
  const swapped = monthFirst.find((date) => date !== undefined);
  if (plain === undefined) return judge(swapped, hints.isBirthDate ? "swapped" : null, hints);
  const canSwap = swapped !== undefined && swapped !== plain;
  const order = hints.order?.figures;
  if (canSwap && order === "month-first") return judge(swapped, hints.isBirthDate ? "swapped" : null, hints);
  if (written.isShortYear && hints.isBirthDate) return judge(plain, "short-year", hints);
  const isDoubtful = hints.isBirthDate && canSwap && order !== "day-first";
  return judge(plain, isDoubtful ? "day-or-month" : null, hints);
}

/** Full years as they are; of a two-digit year the latest that is not ahead, then the century before. */
function listYears(written: Written, hints: DateHints): number[] {
  if (!written.isShortYear) return [written.year];
  const thisYear = Number(hints.today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  const latest =
    hints.mayBeFuture || century + written.year <= thisYear
      ? century + written.year
      : century - 100 + written.year;
  return [latest, latest - 100];
}

function dateOf(year: number, month: number, day: number): CivilDate | undefined {
  return parseCivilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function judge(date: CivilDate | undefined, doubt: DateDoubt | null, hints: DateHints): DateReading {
  if (date === undefined) return { status: "unreadable", reason: "no-such-day" };
  if (date < "1900-01-01") return { status: "unreadable", reason: "too-old" };
  if (date > hints.today && !hints.mayBeFuture) return { status: "future" };
  return { status: "read", date, doubt };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
