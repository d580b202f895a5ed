import { readNik, type Nik } from "#identity";
import { parseMonth, type CivilDate, type Month } from "#time";

/** A line of another payer's list: who, from when, until when, and who pays. */
export type CoverLine = {
  /** As counted in what was pasted, from 1. */
  readonly line: number;
  readonly nik: Nik;
  readonly name: string;
  readonly fromMonth: Month;
  readonly lastMonth: Month | null;
  readonly payer: string;
};

export type CoverLineProblem = {
  readonly line: number;
  readonly problem:
    | "columns-missing"
    | "nik-unclear"
    | "month-unclear"
    | "ends-before-it-begins"
    | "payer-missing";
};

/** As many as one person may enter alone: longer lists need a second one. */
export const mostCoverLines = 200;

/**
 * Reads what was pasted from a spreadsheet or typed: NIK, name, first month, last month (may be empty), payer, with tabs or semicolons
 * between. A first line without any digit is its header.
 */
export function readCoverLines(
  text: string,
  on: CivilDate,
): { readonly lines: readonly CoverLine[]; readonly problems: readonly CoverLineProblem[] } {
  const lines: CoverLine[] = [];
  const problems: CoverLineProblem[] = [];
  text.split(/\r?\n/).forEach((row, at) => {
    if (row.trim() === "" || (at === 0 && !/\d/.test(row))) return;
    const read = readLine(row, at + 1, on);
    if ("problem" in read) problems.push(read);
    else lines.push(read);
  });
  return { lines, problems };
}

function readLine(row: string, line: number, on: CivilDate): CoverLine | CoverLineProblem {
  const cells = row.split(row.includes("\t") ? "\t" : ";").map((cell) => cell.trim());
  if (cells.length < 5) return { line, problem: "columns-missing" };
  const [written = "", name = "", from = "", last = "", payer = ""] = cells;
  const reading = readNik(written, on);
  if (!("nik" in reading)) return { line, problem: "nik-unclear" };
  const fromMonth = readMonth(from);
  const lastMonth = last === "" ? null : readMonth(last);
  if (fromMonth === undefined || lastMonth === undefined) return { line, problem: "month-unclear" };
  if (lastMonth !== null && lastMonth < fromMonth) return { line, problem: "ends-before-it-begins" };
  if (payer.length < 2 || payer.length > 120) return { line, problem: "payer-missing" };
  return { line, nik: reading.nik, name, fromMonth, lastMonth, payer };
}

/** "2026-01", or "01/2026" as spreadsheets write it. */
function readMonth(text: string): Month | undefined {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return parseMonth(month === undefined ? text.slice(0, 7) : `${year}-${month.padStart(2, "0")}`);
}
