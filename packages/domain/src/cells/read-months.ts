import { monthsBetween, parseMonth, shiftMonth, type Month } from "#time";
import { readInstant } from "./local-instant.ts";
import { readMonthName } from "./month-names.ts";

/** `several`: more months than one are meant, but not which. `isDoubtful`: only a clock says that it is not the month before. */
export type MonthsReading =
  | { readonly status: "one"; readonly month: Month; readonly isDoubtful: boolean }
  | { readonly status: "span"; readonly from: Month; readonly until: Month; readonly months: number }
  | { readonly status: "several" | "unreadable" };

const UNREADABLE: MonthsReading = { status: "unreadable" };
const SEVERAL: MonthsReading = { status: "several" };
const UP_TO = String.raw`(?:s\.?\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga|ke|to|[-–—~])`;
const AND = /\s*(?:,|;|&|\+|\bdan\b)\s*/;
const NAMES_AND_YEAR = /^([\p{L}.]+(?:\s*[-–—/,&+]\s*[\p{L}.]+|\s+[\p{L}./]+)*)[\s,/-]+'?(\d{4}|\d{2})$/u;

/**
 * The month, or the months, a cell names: "2026-07", "07/2026", "202607", "Juli 2026", "Jul-26", a whole day inside the
 * month; "2026-01 s.d. 2026-03", "202601-202603", "1-3/2026", "2026/1-3", "Jan-Mar 2026", "Juli dan Agustus 2026",
 * "Triwulan I 2026". Several months are never shortened to one of them.
 */
export function readMonths(text: string): MonthsReading {
  const tidy = text
    .normalize("NFKC")
    .trim()
    .replace(/^(bulan|bln|iuran|periode|masa|blth)[\s.:]+(?=\S)/i, "");
  const instant = readInstant(tidy, false);
  if (instant !== null) return one(instant.date.slice(0, 7), instant.isDoubtful);
  const month = readOneMonth(tidy);
  if (month !== undefined) return one(month, false);
  if (/\d\s*x?\s*(bulan|bln|bl)\b|\bx\s?\d|\b(setahun|setengah tahun)\b/i.test(tidy)) return SEVERAL;
  return readSpan(tidy) ?? readList(tidy) ?? readPartOfYear(tidy) ?? UNREADABLE;
}

function one(month: string, isDoubtful: boolean): MonthsReading {
  const parsed = parseMonth(month);
  return parsed === undefined ? UNREADABLE : { status: "one", month: parsed, isDoubtful };
}

/** One month alone, or a whole day inside it, whose figures are then parted by one and the same sign. */
function readOneMonth(text: string): Month | undefined {
  const day = /^(\d{4})([-/.])(\d{1,2})\2\d{1,2}$/.exec(text) ?? /^(\d{4})()(\d{2})\d{2}$/.exec(text);
  const yearFirst = day ?? /^(\d{4})([-/. ]?)(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return monthOf(yearFirst[1], Number(yearFirst[3]));
  const inFigures =
    /^\d{1,2}([-/. ])(\d{1,2})\1(\d{4})(?:\s+\d{1,2}[:.]\d{2}.*)?$/.exec(text) ??
    /^(\s*)(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(text);
  if (inFigures !== null) return monthOf(inFigures[3], Number(inFigures[2]));
  const named = /^(?:\d{1,2}[-/. ]+)?(\p{L}+\.?)[-/., ]*'?(\d{4}|\d{2})$/u.exec(text);
  const short = named === null ? /^(\d{1,2})[-/](\d{2})$/.exec(text) : null;
  if (short !== null) return monthOf(short[2], Number(short[1]));
  return named === null ? undefined : monthOf(named[2], readMonthName(named[1] ?? ""));
}

function readSpan(text: string): MonthsReading | undefined {
  const yearLast = new RegExp(
    String.raw`^(\d{1,2})\s*${UP_TO}\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d{2})$`,
    "i",
  ).exec(text);
  if (yearLast !== null)
    return span(monthOf(yearLast[3], Number(yearLast[1])), monthOf(yearLast[3], Number(yearLast[2])));
  const yearFirst = new RegExp(
    String.raw`^(\d{4})\s*[/. -]\s*(\d{1,2})\s*(?:${UP_TO}|/)\s*(\d{1,2})$`,
    "i",
  ).exec(text);
  if (yearFirst !== null)
    return span(monthOf(yearFirst[1], Number(yearFirst[2])), monthOf(yearFirst[1], Number(yearFirst[3])));
  const parting = new RegExp(String.raw`\s*${UP_TO}\s*`, "gi");
  for (const { index, 0: sign } of text.matchAll(parting)) {
    const until = readOneMonth(text.slice(index + sign.length).trim());
    const first = text.slice(0, index).trim();
    const from = readOneMonth(first) ?? withYearOf(first, until);
    if (from !== undefined && until !== undefined) return span(from, until);
  }
  return undefined;
}

/** "Januari" before "s.d. Maret 2026" lies in the same year. */
function withYearOf(text: string, other: Month | undefined): Month | undefined {
  const number = /^\p{L}+\.?$/u.test(text) ? readMonthName(text) : undefined;
  return other === undefined ? undefined : monthOf(other.slice(0, 4), number);
}

/** Months named one by one. Without a gap they are a span; with one, a person has to write them apart. */
function readList(text: string): MonthsReading | undefined {
  const parts = text.split(AND).filter((part) => part !== "");
  const months = parts.map(readOneMonth);
  if (parts.length > 1 && months.every((month) => month !== undefined)) return ofList(months);
  const named = NAMES_AND_YEAR.exec(text);
  const words = (named?.[1] ?? "").split(/[^\p{L}.]+/u).filter((word) => word !== "" && word !== "dan");
  const inYear = words.map((word) => monthOf(named?.[2], readMonthName(word)));
  if (words.length < 2 || inYear.includes(undefined)) return undefined;
  return ofList(inYear.flatMap((month) => month ?? []));
}

function ofList(months: readonly Month[]): MonthsReading {
  const sorted = [...new Set(months)].toSorted();
  const [from, until] = [sorted[0], sorted.at(-1)];
  const isUnbroken =
    from !== undefined && until !== undefined && monthsBetween(from, until) === sorted.length - 1;
  return isUnbroken ? span(from, until) : SEVERAL;
}

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:triwulan|tw|kuartal|q) ?(iv|iii|ii|i|[1-4])[ ,/-]+(?:tahun )?(\d{4})$/i, 3],
  [/^(?:semester|smt) ?(ii|i|[12])[ ,/-]+(?:tahun )?(\d{4})$/i, 6],
  [/^(?:tahun|thn|th)\.? ?()(\d{4})$/i, 12],
];

function readPartOfYear(text: string): MonthsReading | undefined {
  for (const [pattern, length] of PARTS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const written = (match[1] ?? "").toLowerCase();
    const place =
      written === ""
        ? 1
        : /^\d$/.test(written)
          ? Number(written)
          : ["i", "ii", "iii", "iv"].indexOf(written) + 1;
    const from = monthOf(match[2], (place - 1) * length + 1);
    return from === undefined ? UNREADABLE : span(from, shiftMonth(from, length - 1));
  }
  return undefined;
}

function span(from: Month | undefined, until: Month | undefined): MonthsReading {
  if (from === undefined || until === undefined || until < from) return UNREADABLE;
  if (from === until) return { status: "one", month: from, isDoubtful: false };
  return { status: "span", from, until, months: monthsBetween(from, until) + 1 };
}

function monthOf(year: string | undefined, number: number | undefined): Month | undefined {
  if (year === undefined || number === undefined) return undefined;
  const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
  return parseMonth(`${String(whole).padStart(4, "0")}-${String(number).padStart(2, "0")}`);
}
