import { listMonths, shiftMonth, type Month } from "#time";
import { everyoneOf, flowsOf, type Flow, type VillageHistory } from "./history.ts";
import { howMany, seededRandom } from "./random.ts";
import { isFestive, seasonOf, type Season } from "./season.ts";

/** Raised whenever the same months would give other numbers. */
export const forecastVersion = 1;

/** How the months behind are read: how many, how fast the older ones fade, how often a village does as another one did. */
export type ForecastRule = {
  readonly window: number;
  readonly halfLife: number;
  readonly likeOthers: number;
};

export const defaultForecastRule: ForecastRule = { window: 12, halfLife: 6, likeOthers: 0.4 };

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
  readonly rule: ForecastRule;
  readonly season: Season;
  readonly picks: Uint8Array;
  readonly chances: ReadonlyMap<string, Chances>;
  readonly donors: readonly Chances[];
};

/** Per month behind, in the order of the window: the chance, and the logarithm of staying, for three acts. */
type Chances = {
  readonly join: Float64Array;
  readonly stop: Float64Array;
  readonly back: Float64Array;
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
  const all = histories.map((history) => ({ code: history.villageCode, flows: flowsOf(history) }));
  const longest = Math.max(0, ...all.map(({ flows }) => flows.length));
  const length = Math.min(rule.window, longest);
  const behind = listMonths(shiftMonth(from, 1 - length), from);
  const season = seasonOf(sumFlows(all, longest), listMonths(shiftMonth(from, 1 - longest), from));
  const chances = new Map(all.map(({ code, flows }) => [code, chancesOf(flows, behind, season)]));
  const picks = drawPicks(seed, { draws, ahead: months.length, behind: length, halfLife: rule.halfLife });
  return { from, months, draws, seed, rule, season, picks, chances, donors: [...chances.values()] };
}

type Coded = { readonly code: string; readonly flows: readonly Flow[] };

const noFlow: Flow = { never: 0, covered: 0, out: 0, joined: 0, stopped: 0, back: 0 };

/** The city's flows over the longest history; a village that began later adds nothing to the months before. */
function sumFlows(all: readonly Coded[], longest: number): Flow[] {
  return Array.from({ length: longest }, (_, at) =>
    all.reduce((sum, { flows }) => {
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

const share = (did: number, could: number, factor: number): number =>
  could <= 0 ? 0 : Math.min(1, did / could / factor);

function chancesOf(flows: readonly Flow[], behind: readonly Month[], season: Season): Chances {
  const of = (chance: (flow: Flow, isDip: boolean) => number) =>
    Float64Array.from(behind, (month, at) =>
      chance(flows[flows.length - behind.length + at] ?? noFlow, isFestive(month)),
    );
  return {
    join: of(({ joined, never }, isDip) => share(joined, never, isDip ? season.join : 1)),
    stop: of(({ stopped, covered }, isDip) => share(stopped, covered, isDip ? season.stop : 1)),
    back: of(({ back, out }) => share(back, out, 1)),
  };
}

type Picking = {
  readonly draws: number;
  readonly ahead: number;
  readonly behind: number;
  readonly halfLife: number;
};

/**
 * Each draw first takes as many months behind as there are, some twice and some not at all: what the pace truly is stays unknown,
 * and the band opens with time. Then each month ahead repeats one of them.
 */
function drawPicks(seed: string, { draws, ahead, behind, halfLife }: Picking): Uint8Array {
  const random = seededRandom(`${seed}|months`);
  const picks = new Uint8Array(draws * ahead);
  if (behind === 0) return picks;
  const weights = Array.from({ length: behind }, (_, at) => 0.5 ** ((behind - 1 - at) / halfLife));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const reached = weights.map((weight) => (sum += weight / total));
  const one = () => {
    const at = random();
    const found = reached.findIndex((until) => at < until);
    return found < 0 ? behind - 1 : found;
  };
  const own = new Uint8Array(behind);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < behind; at += 1) own[at] = one();
    for (let at = 0; at < ahead; at += 1) picks[draw * ahead + at] = own[Math.floor(random() * behind)]!;
  }
  return picks;
}

/** Covered people of one village, draw after draw, each with all months ahead in order: always from 0 to everyone. */
export function simulateVillage(prepared: PreparedForecast, history: VillageHistory): Uint32Array {
  const { months, draws, picks, rule, season, donors } = prepared;
  const own = prepared.chances.get(history.villageCode);
  if (own === undefined) throw new RangeError("the village was not prepared");
  const random = seededRandom(`${prepared.seed}|${history.villageCode}`);
  const everyone = everyoneOf(history);
  const start = history.months.at(-1)!.covered;
  const ever = history.months.slice(1).reduce((sum, { joined }) => sum + joined, history.months[0]!.covered);
  const dips = months.map(isFestive);
  const drawn = new Uint32Array(draws * months.length);
  if (own.join.length === 0) return drawn.fill(start);
  for (let draw = 0; draw < draws; draw += 1) {
    let covered = start;
    let never = Math.max(0, everyone - Math.max(ever, start));
    for (let at = 0; at < months.length; at += 1) {
      const pick = picks[draw * months.length + at]!;
      const from = random() < rule.likeOthers ? donors[Math.floor(random() * donors.length)]! : own;
      const join = from.join[pick]! * (dips[at] ? season.join : 1);
      const stop = from.stop[pick]! * (dips[at] ? season.stop : 1);
      const joined = act(random, never, join);
      const back = act(random, everyone - never - covered, from.back[pick]!);
      const stopped = act(random, covered, stop);
      never -= joined;
      covered += joined + back - stopped;
      drawn[draw * months.length + at] = covered;
    }
  }
  return drawn;
}

function act(random: () => number, people: number, chance: number): number {
  return chance <= 0 || people <= 0 ? 0 : howMany(random, people, chance, Math.log1p(-Math.min(chance, 1)));
}
