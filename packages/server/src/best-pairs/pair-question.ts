import type { Sponsor, WaitingWorker } from "@tuwai/domain/matching";
import { type AimWeights, defaultWeights } from "@tuwai/domain/optimisation";
import { AppError } from "#app";

/** How the aims are weighed, and who is left out of the choice. */
export type PairQuestion = {
  readonly weights: AimWeights;
  /** No sponsor gets more than so many, whatever was pledged; null leaves it to the pledge. */
  readonly mostPerSponsor: number | null;
  /** Only workers for whom something urgent speaks. */
  readonly onlyUrgent: boolean;
};

export const usualQuestion: PairQuestion = {
  weights: defaultWeights,
  mostPerSponsor: null,
  onlyUrgent: false,
};

const MOST_POINTS = 1000;
const MOST_PLACES = 100;

/** Throws `invalid-input` with the field that is no whole number within its bounds. */
export function requireQuestion({ weights, mostPerSponsor, onlyUrgent }: PairQuestion): PairQuestion {
  for (const aim of ["priority", "wishes", "near"] as const)
    requireWhole(weights[aim], { field: aim, from: 0, to: MOST_POINTS });
  if (mostPerSponsor !== null)
    requireWhole(mostPerSponsor, { field: "mostPerSponsor", from: 1, to: MOST_PLACES });
  const { priority, wishes, near } = weights;
  return { weights: { priority, wishes, near }, mostPerSponsor, onlyUrgent };
}

type Bounds = { readonly field: string; readonly from: number; readonly to: number };

function requireWhole(value: number, { field, from, to }: Bounds): void {
  if (!Number.isInteger(value) || value < from || value > to)
    throw new AppError("invalid-input", { field, reason: "out-of-range", from, to });
}

type Sides = { readonly workers: readonly WaitingWorker[]; readonly sponsors: readonly Sponsor[] };

/** Both sides within the limits; the rule is held beside the best pairs under the same ones. */
export function withinLimits({ workers, sponsors }: Sides, question: PairQuestion): Sides {
  const { mostPerSponsor: most, onlyUrgent } = question;
  return {
    workers: onlyUrgent ? workers.filter(({ priority }) => priority.score > 0) : workers,
    sponsors:
      most === null
        ? sponsors
        : sponsors.map((sponsor) => ({ ...sponsor, workers: Math.min(sponsor.workers ?? 1, most) })),
  };
}
