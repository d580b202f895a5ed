import { calendarRows, decreedYears } from "#calendar";
import { civilDate } from "#time";
import type { LawRow } from "./law-row.ts";

/** One row a year: the days off of its decree of three ministers, whose instrument and mark stand for the year. */
export function calendarYears(): LawRow[] {
  return decreedYears.flatMap((year) => {
    const ofYear = calendarRows.filter(({ on }) => on.startsWith(String(year)));
    const decree = ofYear.find(({ source }) => source.instrument.startsWith("SKB"));
    if (decree === undefined) return [];
    const count = (kind: string) => ofYear.filter((row) => row.kind === kind).length;
    return [
      {
        id: `calendar-${year}`,
        subject: "calendar" as const,
        from: civilDate(`${year}-01-01`),
        until: civilDate(`${year}-12-31`),
        ends: "law" as const,
        amount: {
          unit: "days-off" as const,
          holidays: count("national-holiday"),
          jointLeave: count("joint-leave"),
        },
        source: decree.source,
        confirmedBy: "decree" as const,
      },
    ];
  });
}
