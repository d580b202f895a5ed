import type { DecileSpan } from "./decile-lines.ts";

/** What the register says of somebody's work. */
export type Work = "works" | "other" | "unknown";

/**
 * People of the register in one village, of one decile and kind of work. Links carry a probability, so that who is listed or covered
 * is an expected number with a variance (the sum of p × (1 − p)).
 */
export type RegisterCount = DecileSpan & {
  readonly villageCode: string | null;
  readonly work: Work;
  readonly people: number;
  readonly listed: number;
  readonly covered: number;
  readonly coveredVariance: number;
  /** Without a link, and asked about with somebody who is covered; `askedExpected` is what `covered` holds of them. */
  readonly asked: number;
  readonly askedExpected: number;
  /** Without a link and without a question. */
  readonly unlinked: number;
};

/**
 * Covered people of one village by the decile that a link gave them. `linked` and `variance` as above; without a decile (both ends
 * null) they are counted alone.
 */
export type CoveredCount = DecileSpan & {
  readonly villageCode: string;
  readonly people: number;
  readonly linked: number;
  readonly variance: number;
  /** Without a decile, and asked about with a record of this decile. */
  readonly asked: number;
  /** Of `people`, those linked to no record: without a decile, or with the one of their family card. */
  readonly unlinked: number;
};
