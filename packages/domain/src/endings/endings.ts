/** What an end of a pair means. */
export type EndMeaning = {
  /** Whose side it came from; `pair` where neither sponsor nor worker has left. */
  readonly from: "sponsor" | "worker" | "pair";
  /** Whether it stays in the sponsor's own history: what should never have been does not. */
  readonly isHistory: boolean;
  /** Which months that were paid are asked back: those after what happened, those that another payer paid too, or every one. */
  readonly refunds: "none" | "after" | "twice" | "all";
  /** For whom somebody else is sought. */
  readonly seeks: "sponsor" | "worker" | "both";
  /** Who is held for some days, so that nobody else takes the place before a person has looked. */
  readonly holds: "worker" | "sponsor" | "none";
};

const ofSponsor = {
  from: "sponsor",
  isHistory: true,
  refunds: "none",
  seeks: "sponsor",
  holds: "worker",
} as const;
const ofWorker = {
  from: "worker",
  isHistory: true,
  refunds: "after",
  seeks: "worker",
  holds: "sponsor",
} as const;

/** Why a sponsor and a worker part: every reason there is, and what follows from each. */
export const endMeanings = {
  "sponsor-stopped": ofSponsor,
  "sponsor-retired": ofSponsor,
  "sponsor-moved": ofSponsor,
  "sponsor-died": ofSponsor,
  // Nothing came, so there is nobody to wait for.
  "never-paid": { ...ofSponsor, isHistory: false, holds: "none" },
  "worker-died": ofWorker,
  "worker-moved": ofWorker,
  "worker-formal-job": ofWorker,
  "double-cover": { ...ofWorker, refunds: "twice" },
  exchange: {
    from: "pair",
    isHistory: true,
    refunds: "none",
    seeks: "both",
    holds: "sponsor",
  },
  "our-mistake": {
    from: "pair",
    isHistory: false,
    refunds: "all",
    seeks: "both",
    holds: "none",
  },
} as const satisfies Readonly<Record<string, EndMeaning>>;

export type EndReason = keyof typeof endMeanings;

export const endReasons = Object.keys(endMeanings) as readonly EndReason[];

/** Those by which one pair ends and the pledge goes on. */
export const pairEndReasons = endReasons.filter((reason) => meaningOf(reason).from !== "sponsor");

export function meaningOf(reason: EndReason): EndMeaning {
  return endMeanings[reason];
}

/** After these the worker, who did nothing to lose the sponsor, comes before others who wait. */
export const firstInLineReasons = endReasons.filter((reason) => meaningOf(reason).seeks !== "worker");

/** Why a pledge is stopped. */
export const stopReasons = [
  "no-reason",
  "retired",
  "moved-office",
  "money",
  "other",
  "died",
  "never-paid",
  "our-mistake",
] as const;
export type StopReason = (typeof stopReasons)[number];

/** A sponsor says these of himself; the others are the manager's to say. */
export const ownStopReasons = ["no-reason", "retired", "moved-office", "money", "other"] as const;

/** By which reason the pairs of a pledge end that is stopped. */
export function endOfStop(reason: StopReason): EndReason {
  const ends: Partial<Record<StopReason, EndReason>> = {
    retired: "sponsor-retired",
    "moved-office": "sponsor-moved",
    died: "sponsor-died",
    "never-paid": "never-paid",
    "our-mistake": "our-mistake",
  };
  return ends[reason] ?? "sponsor-stopped";
}
