import { bandsOf, reviewBands, type Band, type Candidate } from "./bands.ts";
import { scaled, shareOfEstimates, sumOfEstimates, wilson, type Estimate } from "./intervals.ts";
import { standingDecisions, type Decision, type StandingDecision } from "./standing-decisions.ts";

export type MeasureOptions = {
  /** Pairs at or above it count as linked; 0.5 unless told. */
  threshold?: number;
  bands?: readonly number[];
  /** How many people must agree; 2 unless told. */
  reviewers?: number;
  /** 1.96 for 95 in 100. */
  z?: number;
};
export type BandMeasure = {
  from: number;
  to: number;
  pairs: number;
  reviewed: number;
  same: number;
  /** Share of matches among the band's pairs; without a reviewed pair the machine's own opinion, and 0 to 1 as range. */
  share: Estimate;
};
/** Quality as measured on pairs people looked at, each figure with its interval. */
export type Measured = {
  /** Share of linked pairs that are one person. */
  precision: Estimate;
  /** Share of the matches among all candidates that are linked. Matches no rule brought together are not counted. */
  recall: Estimate;
  bands: BandMeasure[];
  reviewed: number;
  /** Answers that measure nothing: undecided, wrong data by field, disagreements without arbiter, too few answers. */
  leftOut: { cannotTell: number; dataErrors: Record<string, number>; conflicts: number; open: number };
};

/**
 * Precision and recall measured on pairs people looked at. Each band's share of matches is weighed by how many pairs the
 * band holds, so a queue that looks harder at doubtful pairs does not bias the result. Reviewed pairs must have been
 * chosen at random within bands, as `reviewQueue` does; `candidates` are all pairs it chose from.
 */
export function measureFromDecisions(
  candidates: readonly Candidate[],
  decisions: readonly Decision[],
  options: MeasureOptions = {},
): Measured {
  const { threshold = 0.5, z = 1.959964 } = options;
  const standing = standingDecisions(
    decisions,
    options.reviewers === undefined ? {} : { reviewers: options.reviewers },
  );
  const verdicts = new Map(
    standing.filter((pair) => pair.state === "settled").map((pair) => [keyOf(pair), pair.verdict]),
  );
  const bands = bandsOf(candidates, options.bands ?? reviewBands, threshold).map((band) =>
    measureBand(band, verdicts, z),
  );
  const matches = (linked: boolean) => matchesIn(bands.filter((band) => band.from >= threshold === linked));
  const linked = bands.filter((band) => band.from >= threshold).reduce((sum, band) => sum + band.pairs, 0);
  const above = matches(true);
  return {
    precision: linked === 0 ? { value: 1, low: 0, high: 1 } : bounded(scaled(above, 1 / linked)),
    recall: bounded(shareOfEstimates(above, matches(false))),
    bands,
    reviewed: bands.reduce((sum, band) => sum + band.reviewed, 0),
    leftOut: leftOutOf(standing),
  };
}

/** Chance evens out over reviewed bands; a band nobody looked at may be all or nothing, which no other band makes good. */
function matchesIn(bands: readonly BandMeasure[]): Estimate {
  const counts = (reviewed: boolean) =>
    bands.filter((band) => band.reviewed > 0 === reviewed).map((band) => scaled(band.share, band.pairs));
  const known = sumOfEstimates(counts(true));
  return counts(false).reduce(
    (sum, part) => ({ value: sum.value + part.value, low: sum.low + part.low, high: sum.high + part.high }),
    known,
  );
}

function measureBand(band: Band, verdicts: ReadonlyMap<string, unknown>, z: number): BandMeasure {
  const answers = band.members.map((pair) => verdicts.get(keyOf(pair)));
  const same = answers.filter((verdict) => verdict === "same").length;
  const reviewed = same + answers.filter((verdict) => verdict === "different").length;
  const pairs = band.members.length;
  const opinion = band.members.reduce((sum, pair) => sum + pair.probability, 0) / pairs;
  const share =
    reviewed === 0
      ? { value: opinion, low: 0, high: 1 }
      : drawnWithoutReturn(wilson(same, reviewed, z), reviewed / pairs);
  return { from: band.from, to: band.to, pairs, reviewed, same, share };
}

/** A sample that is a good part of its band says more about the band: the range shrinks to nothing when all were seen. */
function drawnWithoutReturn(estimate: Estimate, fraction: number): Estimate {
  const factor = Math.sqrt(1 - fraction);
  return {
    value: estimate.value,
    low: estimate.value - (estimate.value - estimate.low) * factor,
    high: estimate.value + (estimate.high - estimate.value) * factor,
  };
}

const bounded = ({ value, low, high }: Estimate): Estimate => ({
  value,
  low: Math.max(0, low),
  high: Math.min(1, high),
});

function leftOutOf(standing: readonly StandingDecision[]): Measured["leftOut"] {
  const dataErrors: Record<string, number> = {};
  for (const pair of standing)
    if (pair.state === "settled" && pair.verdict === "data-error")
      dataErrors[pair.field ?? "?"] = (dataErrors[pair.field ?? "?"] ?? 0) + 1;
  const count = (test: (pair: StandingDecision) => boolean) => standing.filter(test).length;
  return {
    cannotTell: count((pair) => pair.state === "settled" && pair.verdict === "cannot-tell"),
    dataErrors,
    conflicts: count((pair) => pair.state === "conflict"),
    open: count((pair) => pair.state === "open"),
  };
}

export const keyOf = (pair: { leftId: string; rightId: string }): string =>
  JSON.stringify([pair.leftId, pair.rightId]);
