import { type Indicator, listIndicators } from "#indicators";
import { read } from "#use-case";
import { chooseArea } from "./choose-area.ts";
import { type Dashboard, forecastIn, gatherOnce } from "./get-dashboard.ts";

export type Highlights = {
  readonly dashboard: Dashboard;
  /** The figure that was told in speeches, of all workers: never mixed with ours. Null where nobody entered it. */
  readonly told: Indicator | null;
};

/** The city in one glance, for who leads it; without a person in it. */
export const getHighlights = read(
  { purpose: "highlights", permission: "highlight.read" },
  async (step): Promise<Highlights> => {
    const { area, place, places } = await chooseArea(step, {});
    const gathered = await gatherOnce(step, area, places);
    const forecast = await forecastIn(step, area);
    const series = await listIndicators(step);
    return {
      dashboard: { ...gathered, forecast, place, today: step.today, seesPersons: false, notes: [] },
      told: series.find(({ code }) => code === "press-coverage") ?? null,
    };
  },
);
