import type { Payer } from "#contributions";
import { listMonths, shiftMonth, type Month } from "#time";
import type { PlanInputs } from "./plan-inputs.ts";
import { isFullIn, planPrice, type PlanPrice } from "./plan-months.ts";
import { spreadPeople } from "./spread-people.ts";

/** Where the city stands when a plan begins, and where it goes without one. All in people. */
export type PlanBaseline = {
  /** The last complete month; a plan begins in the month after the one in which it is made. */
  readonly asOf: Month;
  readonly from: Month;
  readonly until: Month;
  /** Covered at the end of each month from `from` to `until` without the plan. */
  readonly path: readonly number[];
  readonly villages: readonly PlanVillage[];
};

export type PlanVillage = {
  readonly code: string;
  readonly kecamatanCode: string;
  readonly everyone: number;
  readonly covered: number;
  /** Members whose contribution has not come: who can be rescued. */
  readonly inArrears: number;
};

export const planMeasures = ["sponsors", "budget", "rescued", "grants"] as const;
export type PlanMeasure = (typeof planMeasures)[number];

/** What one measure does: for whom, for how long, at what price. */
export type PlannedMeasure = {
  readonly measure: PlanMeasure;
  readonly asked: number;
  /** Fewer than asked where nobody is left to be covered. */
  readonly people: number;
  /** One number for each village, in the baseline's order. */
  readonly byVillage: readonly number[];
  /** Months in which each of them counts as covered, and those with the full death benefit. */
  readonly months: number;
  readonly fullMonths: number;
  /** Rupiah for one worker, by calendar year. */
  readonly costByYear: Readonly<Record<string, number>>;
};

export type PlanResult = {
  readonly measures: readonly PlannedMeasure[];
  readonly fullMonths: number;
  readonly families: number;
  readonly dearestYear: { readonly year: string; readonly rupiah: number };
  readonly costByYear: Readonly<Record<string, number>>;
  readonly coveredAtEnd: number;
  readonly everyone: number;
  /** Covered at the end of each month with the plan. */
  readonly path: readonly number[];
  /** The first month whose price no law says yet; null where all are known. */
  readonly assumedFrom: Month | null;
};

/** A rescued worker is counted for a year: whether the payer stays longer is not known. */
export const rescueMonths = 12;
/** So many owed months are settled for each: what membership has when it is about to end. */
export const owedMonths = 3;

type Sketch = Pick<PlannedMeasure, "measure" | "asked" | "months" | "fullMonths" | "costByYear">;

/** Undefined where no law has ever said a price for these months. */
export function planCity(baseline: PlanBaseline, inputs: PlanInputs): PlanResult | undefined {
  const months = listMonths(baseline.from, baseline.until);
  const behind = listMonths(shiftMonth(baseline.from, -owedMonths), shiftMonth(baseline.from, -1));
  const own = pricesOf("private", months);
  const common = pricesOf("apbn-apbd", months);
  const owed = pricesOf("private", behind);
  if (own === undefined || common === undefined || owed === undefined) return undefined;
  const grant = common.slice(0, inputs.grantMonths);
  const yearly = Math.max(...Object.values(costByYear(common)));
  const rescue = months.slice(0, rescueMonths);
  const measures = shareOut(baseline, [
    sketch("sponsors", inputs.sponsors, own),
    sketch("budget", Math.floor(inputs.budget / yearly), common),
    {
      measure: "rescued",
      asked: inputs.rescued,
      months: rescue.length,
      fullMonths: rescue.length,
      costByYear: { [baseline.from.slice(0, 4)]: owed.reduce((sum, { rupiah }) => sum + rupiah, 0) },
    },
    sketch("grants", inputs.grantPeople, grant),
  ]);
  const assumed = [...own, ...common].filter(({ isAssumed }) => isAssumed).map(({ month }) => month);
  return { ...totalsOf(baseline, measures), measures, assumedFrom: assumed.toSorted()[0] ?? null };
}

function pricesOf(payer: Payer, months: readonly Month[]): readonly PlanPrice[] | undefined {
  const prices = months.flatMap((month) => planPrice(month, payer) ?? []);
  return prices.length === months.length ? prices : undefined;
}

function sketch(measure: PlanMeasure, asked: number, prices: readonly PlanPrice[]): Sketch {
  const from = prices[0]?.month;
  const full = from === undefined ? [] : prices.filter(({ month }) => isFullIn(from, month));
  return { measure, asked, months: prices.length, fullMonths: full.length, costByYear: costByYear(prices) };
}

function costByYear(prices: readonly PlanPrice[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { month, rupiah } of prices) {
    const year = month.slice(0, 4);
    sums[year] = (sums[year] ?? 0) + rupiah;
  }
  return sums;
}

/** In this order, each to the villages in proportion to whom is left there: nobody is covered twice. */
function shareOut({ villages }: PlanBaseline, sketches: readonly Sketch[]): PlannedMeasure[] {
  let open = villages.map(({ everyone, covered, inArrears }) => Math.max(0, everyone - covered - inArrears));
  return sketches.map((each) => {
    const isRescue = each.measure === "rescued";
    const byVillage = spreadPeople(each.asked, isRescue ? villages.map(({ inArrears }) => inArrears) : open);
    if (!isRescue) open = open.map((left, at) => left - byVillage[at]!);
    return { ...each, byVillage, people: byVillage.reduce((sum, one) => sum + one, 0) };
  });
}

type Totals = Omit<PlanResult, "measures" | "assumedFrom">;

function totalsOf(baseline: PlanBaseline, measures: readonly PlannedMeasure[]): Totals {
  const everyone = baseline.villages.reduce((sum, village) => sum + village.everyone, 0);
  const costs: Record<string, number> = {};
  for (const { people, costByYear: each } of measures)
    for (const [year, rupiah] of Object.entries(each)) costs[year] = (costs[year] ?? 0) + people * rupiah;
  const [year, rupiah] = Object.entries(costs).reduce(
    (most, one) => (one[1] > most[1] ? one : most),
    ["", 0],
  );
  const path = baseline.path.map((covered, at) =>
    Math.min(
      everyone,
      measures.reduce((sum, { people, months }) => sum + (at < months ? people : 0), covered),
    ),
  );
  return {
    fullMonths: measures.reduce((sum, { people, fullMonths }) => sum + people * fullMonths, 0),
    families: measures.reduce((sum, { people, fullMonths }) => sum + (fullMonths > 0 ? people : 0), 0),
    dearestYear: { year, rupiah },
    costByYear: costs,
    coveredAtEnd: path.at(-1) ?? 0,
    everyone,
    path,
  };
}
