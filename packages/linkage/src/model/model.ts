import type { Expression } from "#expression";

/** What a column means to a linkage: the only thing a user has to say about it. */
export type Meaning = (typeof meanings)[number];
/** Everything a column can mean to a linkage. */
export const meanings = [
  "given-name",
  "surname",
  "full-name",
  "birth-date",
  "birth-year",
  "sex",
  "national-id",
  "household-id",
  "place",
  "address",
  "postcode",
  "phone",
  "email",
  "occupation",
  "other",
] as const;

export type Words = { id: string; en: string };
/** One column as read from a list: several source columns of one meaning are joined with a space. */
export type Input = { column: string; meaning: Meaning; from: string[] };
export type Feature = { name: string; is: Expression };
/** Derived columns. With `perDistinct` they are computed once for each different value of that input column. */
export type FeatureGroup = { perDistinct?: string; columns: Feature[] };

/**
 * Rare values weigh more: bits gain `weight × log2(u of the exact level / share of the value)`, shares below `floor` count
 * as `floor`. The exact level is the first one unless `average` names another.
 */
export type Frequency = { column: string; weight: number; floor: number; average?: string };
/** Probability per stratum name; comparisons without strata use the one stratum `otherwise`. */
export type ByStratum = Record<string, number>;
export type Level = {
  id: string;
  label: Words;
  when: Expression;
  frequency?: Frequency;
  m?: ByStratum;
  u?: ByStratum;
};
export type Stratum = { name: string; label: Words; when: Expression };

/**
 * Ordered levels of agreement; the first true one counts, the last must be `true`.
 * `strata` split the chance of agreeing by accident (a NIK holds the birth date, so its digits say little
 * once the dates agree). `tieM` keeps the chance of agreeing when it is the same person equal in all strata.
 */
export type Comparison = {
  name: string;
  label: Words;
  costly?: boolean;
  missing: Expression;
  strata?: Stratum[];
  tieM?: boolean;
  levels: Level[];
};

/** Two records are compared when all keys are equal and present. Keys are row expressions; `rightKeys` if the sides differ. */
export type BlockingRule = { id: string; keys: Expression[]; rightKeys?: Expression[]; share?: number };

/** A session fits m on the pairs one rule brings together, leaving out the comparisons the rule decides. */
export type Session = { rule: BlockingRule; skips: string[]; freeU?: string[] };
export type TrainingPlan = {
  /** Rules whose pairs are almost all matches, and the share of all matches they are thought to find. */
  certain: { rules: BlockingRule[]; recall: number };
  sessions: Session[];
  uPairs: number;
  sessionPairs: number;
};

export type Provenance = {
  rows: { left: number; right: number };
  seed: number;
  engine: string;
  /** Version of every engine that took part, e.g. `{ duckdb: "v1.5.6" }`. */
  engines?: Record<string, string>;
  /** What the run that trained the model could say about its links without labels. */
  quality?: {
    estimatedPrecision: number;
    expectedMatches: number;
    recallInsideBlocks: number;
    /** Matches no blocking rule found, from and to; absent where it cannot be said. */
    missedByBlocking?: [least: number, most: number];
  };
  /** Labelled pairs the numbers rest on, when they were trained from labels. */
  labels?: { matches: number; nonMatches: number };
  sessions: {
    rule: string;
    pairs: number;
    matchShare: number;
    iterations: number;
    used: boolean;
    reason?: string;
  }[];
  notes: string[];
};

/** A linkage model is data: everything needed to prepare, block, score and explain, and where its numbers come from. */
export type LinkageModel = {
  format: "linkage-model/1";
  name: string;
  preset?: string;
  inputs: Input[];
  features: FeatureGroup[];
  comparisons: Comparison[];
  blocking: BlockingRule[];
  budget: { pairsPerRecord: number };
  training: TrainingPlan;
  /** Chance that two random records of the trained lists match, and the share of right records with a partner. */
  lambda?: number;
  matchRate?: number;
  provenance?: Provenance;
};
