/** How many are visited: a share of every stratum, and of each that has anybody at least so many. */
export type SampleRule = { readonly percent: number; readonly least: number };

/**
 * How many of a stratum are drawn: the share rounded up, at least `least`, never more than there are. Throws RangeError for a
 * size or a share that is none.
 */
export function sampleSize(size: number, { percent, least }: SampleRule): number {
  if (!Number.isInteger(size) || size < 0) throw new RangeError(`a stratum of ${size}`);
  if (percent < 0 || percent > 100) throw new RangeError(`a share of ${percent} percent`);
  return Math.min(size, Math.max(Math.ceil((size * percent) / 100), least));
}

export type VisitCounts = {
  readonly drawn: number;
  readonly working: number;
  readonly notWorking: number;
  readonly notFound: number;
  /** Counted as what it is, and never as any answer. */
  readonly unanswered: number;
};

/** What a sample came to. */
export function countVisits(answers: readonly (string | null)[]): VisitCounts {
  const of = (answer: string | null) => answers.filter((each) => each === answer).length;
  return {
    drawn: answers.length,
    working: of("working"),
    notWorking: of("not-working"),
    notFound: of("not-found"),
    unanswered: of(null),
  };
}
