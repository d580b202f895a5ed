import { lastCompleteMonth } from "@tuwai/domain/figures";
import { type CivilDate, type Month, parseMonth } from "@tuwai/domain/time";
import { type Area, may } from "#access";
import { type App, AppError } from "#app";
import { listArrivals, listCohorts, listMonthFigures } from "#figures";
import { estimatesOf } from "#indicators";
import { forecastOf, type ShownForecast } from "#planning";
import { read, type Step } from "#use-case";
import { type ChartNote, listNotes } from "./chart-note.store.ts";
import { chooseArea, type DashboardPlace, type PlaceAsked } from "./choose-area.ts";
import { type Counting, findCounting, listCounts } from "./dashboard-counts.store.ts";
import { gather, type Gathered } from "./gather.ts";
import type { VillagePlace } from "./place.view.ts";

export type Dashboard = Gathered & {
  /** Null before the first was made, and where there is too little to look ahead from. */
  readonly forecast: ShownForecast | null;
  readonly place: DashboardPlace;
  readonly today: CivilDate;
  /** Whether the reader works with lists of persons anyway; to all others small counts are not told. */
  readonly seesPersons: boolean;
  readonly notes: readonly ChartNote[];
};

/**
 * Figures of one area for whoever answers for it, as they stand now or of an earlier month by what is known now; without a person in them.
 * Throws `not-found` for a month that is not complete or was not counted.
 */
export const getDashboard = read(
  { purpose: "dashboard", permission: "dashboard.read" },
  async (
    step,
    asked: (PlaceAsked & { readonly month?: string | undefined }) | undefined = {},
  ): Promise<Dashboard> => {
    const { area, place, places } = await chooseArea(step, asked);
    const month = asked.month === undefined ? undefined : earlierMonth(asked.month, step.today);
    const gathered = await gatherOnce(step, area, places, month);
    if (month !== undefined && !gathered.months.some((row) => row.month === month))
      throw new AppError("not-found");
    return {
      ...gathered,
      forecast: month === undefined ? await forecastIn(step, area) : null,
      place,
      today: step.today,
      seesPersons: may(step.actor, "stats.village.read"),
      notes: await listNotes(step.tx, step.area, place),
    };
  },
);

/** A complete month before the newest, which is looked at as today; undefined for the newest. Throws `not-found` for any other text. */
export function earlierMonth(text: string, today: CivilDate): Month | undefined {
  const month = parseMonth(text);
  const newest = lastCompleteMonth(today);
  if (month === undefined || month > newest) throw new AppError("not-found");
  return month === newest ? undefined : month;
}

type Kept = {
  readonly gathered: Gathered;
  readonly counting: Counting | null;
  readonly today: CivilDate;
  readonly readAt: number;
};

const kept = new WeakMap<App["db"], Map<string, Kept>>();
const keptMillis = 60_000;
const mostKept = 300;

/**
 * The same for everybody of one role and area for a minute, or until something is counted anew. The key holds the role and the area, so
 * that nobody is answered from what another's row policies let through.
 */
export async function gatherOnce(
  step: Step,
  area: Area,
  places: readonly VillagePlace[],
  until?: Month,
): Promise<Gathered> {
  const { tx, app, actor, today } = step;
  const key = [area.regionCode, actor.role, area.kecamatanCode, area.villageCode, until].join("|");
  const known = kept.get(app.db) ?? new Map<string, Kept>();
  kept.set(app.db, known);
  const counting = await findCounting(tx, area);
  const found = known.get(key);
  const isSame = found?.counting?.id === counting?.id && found?.today === today;
  if (found !== undefined && isSame && performance.now() - found.readAt < keptMillis) return found.gathered;
  const asked = { tx, area };
  const gathered = gather({
    today,
    until,
    countedAt: counting?.at ?? null,
    snapshot: counting?.id.slice(-12).toUpperCase() ?? "",
    places,
    figures: await listMonthFigures(asked),
    cohorts: await listCohorts(asked),
    arrivals: await listArrivals(asked),
    counts: await listCounts(tx, area),
    estimates: await estimatesOf(asked),
  });
  if (known.size >= mostKept) known.clear();
  known.set(key, { gathered, counting, today, readAt: performance.now() });
  return gathered;
}

/** What may come of an area that `chooseArea` has found to be the reader's; read anew each time. */
export const forecastIn = ({ tx, actor }: Step, area: Area): Promise<ShownForecast | null> =>
  forecastOf({ tx, actor, area });
