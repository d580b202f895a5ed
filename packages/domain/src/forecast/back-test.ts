import { shiftMonth, type Month } from "#time";
import { everyoneOf, sumHistories, type ObservedMonth, type VillageHistory } from "./history.ts";
import { paceOf } from "./pace.ts";
import { hitShare, type Band, type HitShare } from "./quantiles.ts";
import { defaultForecastRule, prepareForecast, simulateVillage, type ForecastRule } from "./simulate.ts";
import { addDraws, bandsOf } from "./sum-draws.ts";

/** Fewer distinct months than these, and nothing is forecast. */
export const fewestObservations = 6;
/** A forecast is held against what came so many months later. */
export const testedAhead = 3;
const testDraws = 200;

/** Mean distance in people between what was said and what came, month by month, of the forecast and of the two plain guesses. */
export type Errors = {
  readonly forecast: number;
  readonly sameAsLast: number;
  readonly samePace: number;
  readonly tried: number;
};

export type BackTest = {
  readonly starts: number;
  readonly villages: number;
  /** Villages × start months, three months ahead. */
  readonly inBand: HitShare | null;
  /** Only those whose number moved in between: where nothing moves any band hits. */
  readonly inBandMoved: HitShare | null;
  readonly inBandCity: HitShare | null;
  /** By village code, kecamatan code, and "" for all. */
  readonly errors: ReadonlyMap<string, Errors>;
};

type Sums = { forecast: number; sameAsLast: number; samePace: number; tried: number };
type Hits = { hits: number; of: number };
type Totals = { all: Hits; moved: Hits; city: Hits; errors: Map<string, Sums> };

/** Starts that can be tried: at least six months lie behind and three ahead. */
export function startsOf(histories: readonly VillageHistory[]): readonly Month[] {
  const months = sumHistories(histories).map(({ month }) => month);
  return months.slice(fewestObservations - 1, Math.max(0, months.length - testedAhead));
}

/**
 * The forecast as it would have been made at the end of `start`, held against what came. Added to `totals`, so that a server can do
 * other things between two starts.
 */
export function tryStart(
  totals: Totals,
  histories: readonly VillageHistory[],
  start: Month,
  rule: ForecastRule = defaultForecastRule,
): void {
  const known = histories
    .map((history) => cut(history, start))
    .filter(({ months }) => months.at(-1)?.month === start);
  if (known.length === 0) return;
  const terms = { seed: `test|${start}`, draws: testDraws, until: shiftMonth(start, testedAhead), rule };
  const prepared = prepareForecast(known, terms);
  const sums = new Map<string, { draws: Uint32Array; of: VillageHistory[]; later: VillageHistory[] }>();
  for (const village of known) {
    const whole = histories.find(({ villageCode }) => villageCode === village.villageCode)!;
    const draws = simulateVillage(prepared, village);
    for (const area of new Set([village.kecamatanCode, ""])) {
      const sum = sums.get(area) ?? { draws: new Uint32Array(draws.length), of: [], later: [] };
      addDraws(sum.draws, draws);
      sum.of.push(village);
      sum.later.push(whole);
      sums.set(area, sum);
    }
    judge(totals, village.villageCode, {
      bands: bandsOf(draws, testedAhead),
      behind: village,
      later: whole.months,
    });
  }
  for (const [area, { draws, of, later }] of sums) {
    const behind = { everyone: of.reduce((sum, one) => sum + everyoneOf(one), 0), months: sumHistories(of) };
    judge(totals, area, { bands: bandsOf(draws, testedAhead), behind, later: sumHistories(later) });
  }
}

const cut = (history: VillageHistory, start: Month): VillageHistory => ({
  ...history,
  months: history.months.filter(({ month }) => month <= start),
});

type Said = {
  readonly bands: readonly Band[];
  readonly behind: Pick<VillageHistory, "everyone" | "months">;
  readonly later: readonly ObservedMonth[];
};

function judge(totals: Totals, area: string, { bands, behind, later }: Said): void {
  const last = behind.months.at(-1)!;
  const pace = paceOf(behind.months);
  const errors = totals.errors.get(area) ?? { forecast: 0, sameAsLast: 0, samePace: 0, tried: 0 };
  totals.errors.set(area, errors);
  for (const [at, band] of bands.entries()) {
    const month = shiftMonth(last.month, at + 1);
    const came = later.find((each) => each.month === month)?.covered;
    if (came === undefined) continue;
    const straight = Math.min(
      Math.max(0, last.covered + pace * (at + 1)),
      Math.max(behind.everyone, last.covered),
    );
    errors.forecast += Math.abs(band.median - came);
    errors.sameAsLast += Math.abs(last.covered - came);
    errors.samePace += Math.abs(straight - came);
    errors.tried += 1;
    if (at + 1 < bands.length) continue;
    const isHit = band.low80 <= came && came <= band.high80;
    if (area === "") add(totals.city, isHit);
    if (!isVillage(behind)) continue;
    add(totals.all, isHit);
    if (came !== last.covered) add(totals.moved, isHit);
  }
}

const isVillage = (behind: object): behind is VillageHistory => "villageCode" in behind;

function add(hits: Hits, isHit: boolean): void {
  hits.of += 1;
  if (isHit) hits.hits += 1;
}

export const noTotals = (): Totals => ({
  all: { hits: 0, of: 0 },
  moved: { hits: 0, of: 0 },
  city: { hits: 0, of: 0 },
  errors: new Map(),
});

export function backTestOf(
  { all, moved, city, errors }: Totals,
  histories: readonly VillageHistory[],
): BackTest {
  return {
    starts: startsOf(histories).length,
    villages: histories.length,
    inBand: hitShare(all.hits, all.of),
    inBandMoved: hitShare(moved.hits, moved.of),
    inBandCity: hitShare(city.hits, city.of),
    errors: new Map([...errors].map(([area, sums]) => [area, meanOf(sums)])),
  };
}

const meanOf = ({ forecast, sameAsLast, samePace, tried }: Sums): Errors => ({
  forecast: forecast / Math.max(1, tried),
  sameAsLast: sameAsLast / Math.max(1, tried),
  samePace: samePace / Math.max(1, tried),
  tried,
});

/** All starts at once. */
export function backTest(histories: readonly VillageHistory[], rule?: ForecastRule): BackTest {
  const totals = noTotals();
  for (const start of startsOf(histories)) tryStart(totals, histories, start, rule);
  return backTestOf(totals, histories);
}
