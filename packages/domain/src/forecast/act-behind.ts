import type { Flow } from "./history.ts";

/** One act of the people of villages in which somebody was covered before. */
export type ActBehind = {
  /** The city's chance, month by month of the window, without the season. */
  readonly chances: Float64Array;
  /** By how much villages differ from it for good, and a village's months from each other: variances of a factor around one. */
  readonly apart: number;
  readonly uneven: number;
  /** By village: how many did, and how many would have at the city's chance, as far as it counts as evidence. */
  readonly own: ReadonlyMap<string, { readonly did: number; readonly expected: number }>;
};

/** One month of one village, and its place in the window. */
export type Cell = { readonly village: string; readonly at: number; readonly flow: Flow };

/** Who did, and who could have. */
export type Count = (flow: Flow) => readonly [did: number, could: number];

export type Reading = {
  readonly count: Count;
  readonly months: readonly { readonly weight: number; readonly isDip: boolean }[];
  readonly factor: number;
};

/** So many acts are mixed in at the pace of all months: of few people a month says little. */
const fewActs = 4;

function pooled(cells: readonly Cell[], { count, months, factor }: Reading): Float64Array {
  const did = new Float64Array(months.length);
  const could = new Float64Array(months.length);
  for (const { at, flow } of cells) {
    const [one, all] = count(flow);
    did[at]! += one;
    could[at]! += all * (months[at]!.isDip ? factor : 1);
  }
  const sum = (of: Float64Array) => months.reduce((total, { weight }, at) => total + of[at]! * weight, 0);
  const usually = sum(did) / Math.max(1, sum(could));
  if (usually === 0) return new Float64Array(months.length);
  const few = fewActs / usually;
  return did.map((acts, at) => Math.min(1, (acts + fewActs) / (could[at]! + few)));
}

/** So much evidence for the usual unevenness is mixed in: a city of few people says little about it. */
const doubt = 2;
const usuallyApart = 0.5;

type Seen = {
  readonly village: string;
  readonly did: number;
  readonly expected: number;
  readonly weight: number;
};

/** Reads one act out of the months behind, for the city and village by village. */
export function readAct(cells: readonly Cell[], reading: Reading): ActBehind {
  const { count, months, factor } = reading;
  const chances = pooled(cells, reading);
  const seen = cells
    .map(({ village, at, flow }): Seen => {
      const { weight, isDip } = months[at]!;
      const [did, could] = count(flow);
      return { village, did, expected: could * chances[at]! * (isDip ? factor : 1), weight };
    })
    .filter(({ expected }) => expected > 0);
  const villages = Map.groupBy(seen, ({ village }) => village);
  const apart = apartOf([...villages.values()]);
  const uneven = clamp(scatterOf(seen) - apart, 0.02, 20);
  const own = new Map([...villages].map(([village, months]) => [village, evidenceOf(months, uneven)]));
  return { chances, apart, uneven, own };
}

const sumOf = (seen: readonly Seen[], of: (one: Seen) => number): number =>
  seen.reduce((sum, one) => sum + of(one), 0);

/** How far villages lie apart for good shows where two months of one village err to the same side. */
function apartOf(villages: readonly (readonly Seen[])[]): number {
  let [alike, could] = [doubt * usuallyApart, doubt];
  for (const months of villages) {
    alike += sumOf(months, ({ did, expected }) => did - expected) ** 2;
    alike -= sumOf(months, ({ did, expected }) => (did - expected) ** 2);
    could += sumOf(months, ({ expected }) => expected) ** 2 - sumOf(months, ({ expected }) => expected ** 2);
  }
  return clamp(alike / Math.max(doubt, could), 0.02, 4);
}

/** Months of bursts tell less of how a village goes than as many single people would. */
function evidenceOf(months: readonly Seen[], uneven: number): { did: number; expected: number } {
  const expected = sumOf(months, (one) => one.expected * one.weight);
  const squares = sumOf(months, (one) => (one.expected * one.weight) ** 2);
  const worth = 1 / (1 + (uneven * squares) / expected);
  return { did: worth * sumOf(months, (one) => one.did * one.weight), expected: worth * expected };
}

/**
 * The variance of the factor at which as many months are without any as there are, found by halving: one month in which a whole group
 * stops does not hide how the others go.
 */
function scatterOf(seen: readonly Seen[]): number {
  const none = seen.filter(({ did }) => did === 0).length;
  const total = (variance: number) =>
    sumOf(seen, ({ expected }) => (1 + variance * expected) ** (-1 / variance));
  let [low, high] = [0.02, 20];
  for (let step = 0; step < 20; step += 1) {
    const middle = Math.sqrt(low * high);
    if (total(middle) < none) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
