import { type DayOff, workingDayFrom } from "#calendar";
import { addDays, firstDay, month, shiftMonth, type CivilDate, type Month } from "#time";
import type { RateRow } from "./contribution-rates.ts";
import { findRate } from "./find-rate.ts";
import type { Segment } from "./price-question.ts";
import type { Setting } from "./price-settings.ts";

/** The last day to pay: a day of the month that is `monthsLater` after the month paid for. */
export type PayBy = { readonly day: number; readonly monthsLater: 0 | 1 };

/** Reported by the press after PP 44/2015; the next working day when it is a holiday (kontan.co.id). */
export const payByDays: Readonly<Record<Segment, readonly RateRow<PayBy>[]>> = {
  bpu: [
    {
      id: "bpu-pay-by-2015-07",
      from: month("2015-07"),
      until: month("2028-12"),
      ends: "review",
      value: { day: 15, monthsLater: 0 },
      source: {
        instrument: "PP 44/2015",
        article: "iuran BPU paling lambat tanggal 15 bulan iuran yang bersangkutan",
        mark: "reported",
      },
    },
  ],
  "pu-village": [
    {
      id: "pu-pay-by-2015-07",
      from: month("2015-07"),
      until: month("2028-12"),
      ends: "review",
      value: { day: 15, monthsLater: 1 },
      source: {
        instrument: "PP 44/2015",
        article: "iuran penerima upah paling lambat tanggal 15 bulan berikutnya",
        mark: "reported",
      },
    },
  ],
};

/** `joint-leave-moves-due-day`: whether *cuti bersama* moves a pay-by day as a national holiday does. Asked of BPJS. */
export type PayBySettings = { "joint-leave-moves-due-day": Setting<boolean> };

export const defaultPayBySettings: PayBySettings = {
  "joint-leave-moves-due-day": { value: false, confirmed: false, mark: "from-memory" },
};

/** A pay-by day with the days off that moved it. */
export type PayByAnswer = { dueOn: CivilDate; movedBecause: DayOff[] };

/** The pay-by day of a month, moved to the next working day; undefined where no row of law covers the month. */
export function explainPayByDay(
  segment: Segment,
  of: Month,
  settings: PayBySettings = defaultPayBySettings,
): PayByAnswer | undefined {
  const row = findRate(payByDays[segment], of);
  if (row === undefined) return undefined;
  const lawful = addDays(firstDay(shiftMonth(of, row.value.monthsLater)), row.value.day - 1);
  const jointLeaveMoves = settings["joint-leave-moves-due-day"].value;
  const { on, passed } = workingDayFrom(lawful, { jointLeaveMoves });
  return { dueOn: on, movedBecause: passed };
}

/** Until when, that day included, the contribution of a month is not overdue; undefined where no row of law covers it. */
export function payByDay(
  segment: Segment,
  of: Month,
  settings: PayBySettings = defaultPayBySettings,
): CivilDate | undefined {
  const key = `${segment}${of}${settings["joint-leave-moves-due-day"].value}`;
  if (!known.has(key)) known.set(key, explainPayByDay(segment, of, settings)?.dueOn);
  return known.get(key);
}

/** The clock asks for the same few hundred months for every worker of a city. */
const known = new Map<string, CivilDate | undefined>();

/** The earliest day that any answer of the open setting gives: alarms go by it. */
export function earliestPayByDay(segment: Segment, of: Month): CivilDate | undefined {
  return payByDay(segment, of, defaultPayBySettings);
}
