import { addDays, firstDay, month, shiftMonth, type CivilDate, type Month } from "#time";
import type { RateRow } from "./contribution-rates.ts";
import { findRate } from "./find-rate.ts";
import type { Segment } from "./price-question.ts";

/** The last day to pay: a day of the month that is `monthsLater` after the month paid for. */
export type PayBy = { readonly day: number; readonly monthsLater: 0 | 1 };

/** Reported by the press after PP 44/2015; the instrument itself has not been read for it, nor for what a holiday does. */
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

/** Until when, that day included, the contribution of a month is not overdue; undefined where no row of law covers it. */
export function payByDay(segment: Segment, of: Month): CivilDate | undefined {
  const row = findRate(payByDays[segment], of);
  if (row === undefined) return undefined;
  return addDays(firstDay(shiftMonth(of, row.value.monthsLater)), row.value.day - 1);
}
