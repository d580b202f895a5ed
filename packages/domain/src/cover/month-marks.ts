import { payByDay } from "#contributions";
import { monthAtIndex, monthIndex, monthOf, type Month } from "#time";
import { effectiveOn } from "./cover-event.ts";
import { stateOfMonth, type CoverState } from "./cover-state.ts";
import { spellOfMonth, type CoverFold } from "./fold-cover.ts";

/** A worker's months as letters, one a month from the first on; how lists and figures keep them. `from` is null without evidence. */
export type MonthMarks = { from: Month | null; letters: string };

/** What a month was. `C`: paid by its pay-by day; `c`: paid later. */
export type MonthMark = keyof typeof stateOfMark;

/** The letter of each state; a paid month has two. */
export const stateOfMark = {
  C: "covered",
  c: "covered",
  d: "due",
  "1": "grace-1",
  "2": "grace-2",
  "3": "grace-3",
  v: "village-owes",
  p: "waiting-first-payment",
  l: "listed",
  e: "ended",
  w: "waiting",
  r: "rejected",
  n: "not-registered",
  x: "died",
} as const satisfies Record<string, CoverState>;

const markOfState = new Map<CoverState, MonthMark>(
  Object.entries(stateOfMark).map(([mark, state]) => [state, mark as MonthMark]),
);

/** From the month of the first event to the month asked about, or the month of death. */
export function monthMarks(fold: CoverFold): MonthMarks {
  const earliest = fold.events[0];
  if (earliest === undefined) return { from: null, letters: "" };
  const first = monthIndex(monthOf(effectiveOn(earliest)));
  const now = monthIndex(monthOf(fold.until));
  const letters = Array.from({ length: now - first + 1 }, (_, step) => markOf(fold, first + step)).join("");
  return { from: monthAtIndex(first), letters };
}

function markOf(fold: CoverFold, index: number): MonthMark {
  const state = stateOfMonth(fold, index);
  if (state !== "covered") return markOfState.get(state)!;
  const segment = spellOfMonth(fold, index)?.segment ?? "bpu";
  const due = payByDay(segment, monthAtIndex(index), fold.settings);
  const paid = fold.paid.get(index);
  return paid !== undefined && due !== undefined && paid.on <= due ? "C" : "c";
}
