import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { read } from "#use-case";
import { chooseArea } from "./choose-area.ts";
import { type Dashboard, earlierMonth, forecastIn, gatherOnce } from "./get-dashboard.ts";

/** The complete months of which there is a report, newest first. */
export const listReportMonths = read(
  { purpose: "report-months", permission: "monthly_report.read" },
  async (step): Promise<readonly Month[]> => {
    const { area, places } = await chooseArea(step, {});
    const { months, lastMonth, countedAt } = await gatherOnce(step, area, places);
    if (countedAt === null) return [];
    return months
      .map(({ month }) => month)
      .filter((month) => month <= lastMonth)
      .toReversed();
  },
);

/**
 * The city in one complete month, by what is known now; of the newest also how it stands today. Throws `not-found` for a month that is not
 * complete.
 */
export const getMonthlyReport = read(
  { purpose: "monthly-report", permission: "monthly_report.read" },
  async (step, input: { readonly month: string }): Promise<Dashboard> => {
    const month = earlierMonth(input.month, step.today);
    const { area, place, places } = await chooseArea(step, {});
    const gathered = await gatherOnce(step, area, places, month);
    if (!gathered.months.some((row) => row.month === gathered.lastMonth)) throw new AppError("not-found");
    const forecast = month === undefined ? await forecastIn(step, area) : null;
    return { ...gathered, forecast, place, today: step.today, seesPersons: false, notes: [] };
  },
);
