import { bandsOf, reviewBands, type Band, type Candidate } from "./bands.ts";

/** A pair to look at. In a blind queue nothing tells what the machine thinks of it. */
export type ReviewItem = {
  leftId: string;
  rightId: string;
  probability?: number;
  weight?: number;
  /** How many pairs of its band it stands for. */
  samplingWeight?: number;
};
export type ReviewStratum = { from: number; to: number; pairs: number; sampled: number };
/** Pairs to look at, and how many each band of probability holds. */
export type ReviewQueue = { items: ReviewItem[]; strata: ReviewStratum[] };
/** How many pairs are to be looked at, and how they are chosen. */
export type QueueOptions = {
  /** How many pairs people can look at. */
  size: number;
  seed?: number;
  blind?: boolean;
  /** Lower edges of the bands of probability; `reviewBands` unless told. */
  bands?: readonly number[];
  /** Every band gets at least this many, as far as it holds them: 10 unless told. */
  least?: number;
};

/**
 * Chooses pairs for people to look at: at random within bands of probability, more where answers are uncertain or pairs
 * many (Neyman's allocation), in an order that says nothing. The same pairs and seed give the same queue.
 */
export function reviewQueue(candidates: readonly Candidate[], options: QueueOptions): ReviewQueue {
  const { seed = 1, blind = false, least = 10 } = options;
  const bands = bandsOf(candidates, options.bands ?? reviewBands);
  const sizes = shareOut(bands, options.size, least);
  const chosen = bands.flatMap((band, i) => {
    const size = sizes[i] ?? 0;
    return inHashOrder(band.members, `${seed} choose`)
      .slice(0, size)
      .map((candidate) => itemOf(candidate, band.members.length / size, blind));
  });
  return {
    items: inHashOrder(chosen, `${seed} order`),
    strata: bands.map(({ from, to, members }, i) => ({
      from,
      to,
      pairs: members.length,
      sampled: sizes[i] ?? 0,
    })),
  };
}

function itemOf(candidate: Candidate, samplingWeight: number, blind: boolean): ReviewItem {
  const { leftId, rightId, probability, weight } = candidate;
  if (blind) return { leftId, rightId };
  return { leftId, rightId, probability, ...(weight === undefined ? {} : { weight }), samplingWeight };
}

/** Sizes in proportion to band size × standard deviation of the answer, none above what the band holds. Source: Neyman 1934. */
function shareOut(bands: readonly Band[], size: number, least: number): number[] {
  const sizes = bands.map((band) => Math.min(band.members.length, least));
  const spread = bands.map((band) => band.members.length * deviationOf(band));
  for (;;) {
    const left = size - sum(sizes);
    const open = bands.map((band, i) => band.members.length > (sizes[i] ?? 0));
    const whole = sum(spread.filter((_, i) => open[i]));
    if (left <= 0 || whole === 0) return scaledDown(sizes, size);
    let given = 0;
    bands.forEach((band, i) => {
      if (!open[i]) return;
      const room = band.members.length - (sizes[i] ?? 0);
      const more = Math.min(room, left - given, Math.max(1, Math.floor((left * (spread[i] ?? 0)) / whole)));
      sizes[i] = (sizes[i] ?? 0) + more;
      given += more;
    });
    if (given === 0) return scaledDown(sizes, size);
  }
}

/** When even the least of every band is more than people can do, bands give up pairs in turn, fullest first. */
function scaledDown(sizes: number[], size: number): number[] {
  const result = [...sizes];
  while (sum(result) > Math.max(size, 0)) {
    const fullest = result.indexOf(Math.max(...result));
    result[fullest] = (result[fullest] ?? 0) - 1;
  }
  return result;
}

/** Never taken as nothing: a band thought certain is where a surprise matters most. */
const smallestVariance = 0.01;

function deviationOf(band: Band): number {
  const mean = sum(band.members.map((candidate) => candidate.probability)) / band.members.length;
  return Math.sqrt(Math.max(mean * (1 - mean), smallestVariance));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** An order that depends on the ids and the seed alone. */
function inHashOrder<T extends { leftId: string; rightId: string }>(pairs: readonly T[], seed: string): T[] {
  const keyed = pairs.map((pair) => ({ pair, key: hashOf(`${seed} ${pair.leftId}\u0000${pair.rightId}`) }));
  const byIds = (a: T, b: T) => compare(a.leftId, b.leftId) || compare(a.rightId, b.rightId);
  return keyed.toSorted((a, b) => a.key - b.key || byIds(a.pair, b.pair)).map(({ pair }) => pair);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** FNV-1a over UTF-16 units with a final mixing, as a number from 0 to 2³² − 1. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
