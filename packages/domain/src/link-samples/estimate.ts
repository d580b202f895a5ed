import { type Interval, wilson } from "#targeting";

/** Bands of links by their probability, and of persons whom nothing links: asked about, or without a question. */
export const linkedBands = ["sure", "high", "low", "decided"] as const;
export const unlinkedBands = ["asked", "silent"] as const;
export const sampleBands = [...linkedBands, ...unlinkedBands] as const;
export type SampleBand = (typeof sampleBands)[number];

export const sampleAnswers = ["same", "different", "unsure"] as const;
export type SampleAnswer = (typeof sampleAnswers)[number];

/** The band of a link that the machine made. */
export function bandOf(probability: number): SampleBand {
  if (probability >= 0.999) return "sure";
  return probability >= 0.99 ? "high" : "low";
}

/** A band: how many it holds, how many of the sample were answered, and how. */
export type Stratum = {
  readonly size: number;
  readonly answered: number;
  readonly same: number;
  readonly unsure: number;
};

/**
 * The share of pairs that are the same person, each band by its weight, with a 95 % interval: Wilson's, of the number of answers that
 * a plain sample would have to have (1 ÷ Σ w² / n). Whoever was unsure counts as different at the lower end and as the same at the
 * upper one. Null while a band that holds somebody has no answer.
 */
export function weightedShare(strata: readonly Stratum[]): Interval | null {
  const held = strata.filter(({ size }) => size > 0);
  const whole = held.reduce((sum, { size }) => sum + size, 0);
  if (held.length === 0 || held.some(({ answered }) => answered === 0)) return null;
  const mean = (of: (stratum: Stratum) => number) =>
    Math.min(
      1,
      held.reduce((sum, stratum) => sum + (stratum.size / whole) * of(stratum), 0),
    );
  const answers = 1 / held.reduce((sum, { size, answered }) => sum + (size / whole) ** 2 / answered, 0);
  const lowest = mean(({ same, answered }) => same / answered);
  const highest = mean(({ same, unsure, answered }) => (same + unsure) / answered);
  const share = mean(({ same, unsure, answered }) =>
    answered === unsure ? 0.5 : same / (answered - unsure),
  );
  return {
    share: Math.min(highest, Math.max(lowest, share)),
    low: wilson(lowest * answers, answers)!.low,
    high: wilson(highest * answers, answers)!.high,
  };
}

export type LinkQuality = {
  /** Links that are right, of all links. */
  readonly precision: Interval | null;
  /** Persons linked rightly, of all who stand in the register. */
  readonly recall: Interval | null;
};

/**
 * Precision from the linked bands; recall from both: what is missed is the share of the unlinked whose nearest record is the same
 * person. A person without any near record counts as not missed. The ends of recall combine the worst ends of both.
 */
export function linkQuality(strata: ReadonlyMap<SampleBand, Stratum>): LinkQuality {
  const of = (bands: readonly SampleBand[]) => bands.flatMap((band) => strata.get(band) ?? []);
  const [linked, unlinked] = [of(linkedBands), of(unlinkedBands)];
  const count = (some: readonly Stratum[]) => some.reduce((sum, { size }) => sum + size, 0);
  const precision = weightedShare(linked);
  const missed = count(unlinked) === 0 ? { share: 0, low: 0, high: 0 } : weightedShare(unlinked);
  if (precision === null || missed === null) return { precision, recall: null };
  const recallOf = (right: number, wrong: number) => {
    const found = right * count(linked);
    const all = found + wrong * count(unlinked);
    return all === 0 ? 1 : found / all;
  };
  return {
    precision,
    recall: {
      share: recallOf(precision.share, missed.share),
      low: recallOf(precision.low, missed.high),
      high: recallOf(precision.high, missed.low),
    },
  };
}
