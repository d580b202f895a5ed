import { decreeOf } from "#calendar";
import { addDays, type CivilDate } from "#time";
import type { LawRow } from "./law-row.ts";

/** How long before a window ends its reader is warned. */
export const warningDays = 60;

/**
 * What somebody has to see to. `ends-by-law`: a window that the law ends, after which another rule holds.
 * `must-be-read`: our reading ends, after which there is no number at all. `decree-missing`: next year's days off.
 */
export type LawWarning =
  | { kind: "ends-by-law" | "must-be-read"; row: LawRow }
  | { kind: "decree-missing"; year: number };

/** What is red on a day: windows that end within 60 days, or ended unread, and have no successor; and a decree not entered. */
export function lawWarnings(rows: readonly LawRow[], today: CivilDate): readonly LawWarning[] {
  const ending = rows
    .filter((row) => row.subject !== "calendar" && isEnding(row, today) && !hasSuccessor(row, rows))
    .map((row): LawWarning => ({ kind: row.ends === "law" ? "ends-by-law" : "must-be-read", row }));
  const year = Number(today.slice(0, 4));
  const missing = [year, year + 1]
    .filter((each) => decreeOf(each, today) === "missing")
    .map((each): LawWarning => ({ kind: "decree-missing", year: each }));
  return [...ending, ...missing];
}

/** What the law has ended is history once it is over; what nobody has read again stays red. */
function isEnding({ until, ends }: LawRow, today: CivilDate): boolean {
  if (until > addDays(today, warningDays)) return false;
  return ends === "review" || until >= today;
}

function hasSuccessor({ subject, until }: LawRow, rows: readonly LawRow[]): boolean {
  return rows.some((other) => other.subject === subject && other.from > until);
}
