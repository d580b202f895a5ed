import { listMonths, shiftMonth, type Month } from "#time";
import type { ActBehind } from "./act-behind.ts";
import { freshMonths, monthsSinceFirst, readBehind, type Behind } from "./behind.ts";
import { everyoneOf, flowsOf, type Flow, type VillageHistory } from "./history.ts";
import { drawPicks, howMonthsGoOn } from "./picks.ts";
import { gamma, howMany, normal, seededRandom, type GammaLaw } from "./random.ts";
import { isFestive, seasonOf, type Season } from "./season.ts";

/** Raised whenever the same months would give other numbers. */
export const forecastVersion = 2;

/** How the months behind are read: how many, and how fast the older ones fade. */
export type ForecastRule = {
  readonly window: number;
  readonly halfLife: number;
};

export const defaultForecastRule: ForecastRule = { window: 12, halfLife: 6 };

export type ForecastTerms = {
  readonly seed: string;
  readonly draws: number;
  readonly until: Month;
  readonly rule?: ForecastRule;
};

/** What all villages share: which month behind each month ahead repeats, draw by draw, so that a bad month is bad for all. */
export type PreparedForecast = {
  readonly from: Month;
  readonly months: readonly Month[];
  readonly draws: number;
  readonly seed: string;
  readonly season: Season;
  readonly picks: Uint8Array;
  /** Draw by draw, how many times as often people join and stop in a month of Idulfitri. */
  readonly dips: { readonly join: Float64Array; readonly stop: Float64Array };
  readonly behind: Behind;
  readonly factors: Readonly<Record<"follow" | "join" | "stop" | "back", Float64Array>>;
};

/** Histories end in the same month. Throws a RangeError where they do not, or where no month lies ahead. */
export function prepareForecast(
  histories: readonly VillageHistory[],
  { seed, draws, until, rule = defaultForecastRule }: ForecastTerms,
): PreparedForecast {
  const ends = new Set(histories.map(({ months }) => months.at(-1)?.month));
  const [from] = ends;
  if (ends.size !== 1 || from === undefined) throw new RangeError("histories end in one month");
  const months = listMonths(shiftMonth(from, 1), until);
  if (months.length === 0) throw new RangeError("a forecast needs a month ahead");
  const all = histories.map((history) => flowsOf(history));
  const longest = Math.max(0, ...all.map((flows) => flows.length));
  const length = Math.min(rule.window, longest);
  const window = listMonths(shiftMonth(from, 1 - length), from);
  const city = sumFlows(all, longest);
  const season = seasonOf(city, listMonths(shiftMonth(from, 1 - longest), from));
  const weights = window.map((_, at) => 0.5 ** ((length - 1 - at) / rule.halfLife));
  const behind = readBehind(histories, window, weights, season);
  const changes = city.map(({ joined, back, stopped }) => joined + back - stopped);
  const goOn = howMonthsGoOn(changes, rule.halfLife);
  const picks = drawPicks(seed, { draws, ahead: months.length, weights, goOn });
  const factors = {
    follow: manyFactors(`${seed}|follow`, behind.follow.uneven),
    join: manyFactors(`${seed}|join`, behind.join.uneven),
    stop: manyFactors(`${seed}|stop`, behind.stop.uneven),
    back: manyFactors(`${seed}|back`, behind.back.uneven),
  };
  const dips = { join: drawDips(`${seed}|join`, season.join), stop: drawDips(`${seed}|stop`, season.stop) };
  return { from, months, draws, seed, season, picks, behind, factors, dips };

  function drawDips(of: string, factor: number): Float64Array {
    const random = seededRandom(`${of}|dip`);
    const spread = dipSpread / Math.sqrt(1 + season.monthsSeen);
    return Float64Array.from({ length: draws }, () => factor * Math.exp(spread * normal(random)));
  }
}

const noFlow: Flow = { never: 0, covered: 0, out: 0, joined: 0, stopped: 0, back: 0 };

/** The city's flows over the longest history; a village that began later adds nothing to the months before. */
function sumFlows(all: readonly (readonly Flow[])[], longest: number): Flow[] {
  return Array.from({ length: longest }, (_, at) =>
    all.reduce((sum, flows) => {
      const flow = flows[flows.length - longest + at] ?? noFlow;
      return {
        never: sum.never + flow.never,
        covered: sum.covered + flow.covered,
        out: sum.out + flow.out,
        joined: sum.joined + flow.joined,
        stopped: sum.stopped + flow.stopped,
        back: sum.back + flow.back,
      };
    }, noFlow),
  );
}

/** Of the logarithm, as long as no month of Idulfitri has been seen. */
const dipSpread = 0.5;

/** Drawn once and taken from by chance: one draw for every month of every village would take longer than all the rest. */
const FACTORS = 1024;

function manyFactors(seed: string, variance: number): Float64Array {
  const random = seededRandom(seed);
  const drawn = Float64Array.from({ length: FACTORS }, () =>
    gamma(random, { shape: 1 / variance, rate: 1 / variance }),
  );
  const mean = drawn.reduce((sum, one) => sum + one, 0) / FACTORS;
  return drawn.map((one) => one / mean);
}

/** Covered people of one village, draw after draw, each with all months ahead in order: always from 0 to everyone. */
export function simulateVillage(prepared: PreparedForecast, history: VillageHistory): Uint32Array {
  const { months, draws, picks, dips, behind, factors } = prepared;
  const { follow, join, stop, back, begin, firstShares } = behind;
  const random = seededRandom(`${prepared.seed}|${history.villageCode}`);
  const everyone = everyoneOf(history);
  const start = history.months.at(-1)!.covered;
  const ever = Math.max(
    start,
    history.months.slice(1).reduce((sum, { joined }) => sum + joined, history.months[0]!.covered),
  );
  const isDip = months.map(isFestive);
  const begunFor = monthsSinceFirst(history);
  const drawn = new Uint32Array(draws * months.length);
  if (begin.length === 0) return drawn.fill(start);
  const own = {
    follow: lawOf(follow, history.villageCode),
    join: lawOf(join, history.villageCode),
    stop: lawOf(stop, history.villageCode),
    back: lawOf(back, history.villageCode),
  };
  for (let draw = 0; draw < draws; draw += 1) live(draw);
  return drawn;

  function live(draw: number): void {
    let covered = start;
    let never = everyone - ever;
    let age = begunFor;
    const follows = gamma(random, own.follow);
    const joins = gamma(random, own.join);
    const stops = gamma(random, own.stop);
    const returns = gamma(random, own.back);
    for (let at = 0; at < months.length; at += 1) {
      const pick = picks[draw * months.length + at]!;
      const more = isDip[at] ? dips.join[draw]! : 1;
      if (age === 0) {
        covered = random() < begin[pick]! * more ? act(random, never, anyOf(firstShares, random)) : 0;
        never -= covered;
        age = covered > 0 ? 1 : 0;
      } else {
        const chance =
          age <= freshMonths
            ? follow.chances[pick]! * follows * anyOf(factors.follow, random)
            : join.chances[pick]! * joins * anyOf(factors.join, random);
        const leaving = stop.chances[pick]! * stops * (isDip[at] ? dips.stop[draw]! : 1);
        const joined = act(random, never, chance * more);
        const came = act(
          random,
          everyone - never - covered,
          back.chances[pick]! * returns * anyOf(factors.back, random),
        );
        const stopped = act(random, covered, leaving * anyOf(factors.stop, random));
        never -= joined;
        covered += joined + came - stopped;
        age += 1;
      }
      drawn[draw * months.length + at] = covered;
    }
  }
}

/** How a village differs from its city, as far as its own months tell. */
function lawOf({ own, apart }: ActBehind, villageCode: string): GammaLaw {
  const { did, expected } = own.get(villageCode) ?? { did: 0, expected: 0 };
  return { shape: 1 / apart + did, rate: 1 / apart + expected };
}

const anyOf = (of: Float64Array, random: () => number): number => of[Math.floor(random() * of.length)]!;

function act(random: () => number, people: number, chance: number): number {
  return chance <= 0 || people <= 0 ? 0 : howMany(random, people, Math.min(chance, 1));
}
