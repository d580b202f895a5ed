/** How sure a sample is to be: the normal deviate of its confidence, and the margin, both as settings. */
export type SampleTerms = { readonly confidence: 90 | 95; readonly marginPercent: number };

const deviate = { 90: 1.645, 95: 1.96 } as const;

/**
 * Families to be asked, of a whole of `population`, so that a share is known within the margin (Cochran 1977, with the
 * correction for a finite whole, the share taken as one half). All of them where they are few. Throws RangeError for a population or a
 * margin that is none.
 */
export function sampleOf(population: number, { confidence, marginPercent }: SampleTerms): number {
  if (!Number.isInteger(population) || population < 0) throw new RangeError(`a population of ${population}`);
  if (marginPercent <= 0 || marginPercent >= 100)
    throw new RangeError(`a margin of ${marginPercent} percent`);
  if (population === 0) return 0;
  const endless = (deviate[confidence] ** 2 * 0.25) / (marginPercent / 100) ** 2;
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)));
}

/** How a sample is shared out among strata: by their sizes, the largest remainders first, each with anybody at least one. */
export function shareOut(
  size: number,
  strata: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = Object.keys(strata).filter((name) => strata[name]! > 0);
  const whole = names.reduce((sum, name) => sum + strata[name]!, 0);
  const wanted = Math.min(Math.max(size, names.length), whole);
  const exact = names.map((name) => ({ name, share: (wanted * strata[name]!) / whole }));
  const given = new Map(exact.map(({ name, share }) => [name, Math.max(1, Math.floor(share))]));
  const order = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1) || (a.name < b.name ? -1 : 1));
  let left = wanted - [...given.values()].reduce((sum, n) => sum + n, 0);
  while (left !== 0) {
    const step = left > 0 ? 1 : -1;
    const next = (step > 0 ? order : order.toReversed()).find(({ name }) => {
      const n = given.get(name)! + step;
      return n >= 1 && n <= strata[name]!;
    });
    if (next === undefined) break;
    given.set(next.name, given.get(next.name)! + step);
    order.push(...order.splice(order.indexOf(next), 1));
    left -= step;
  }
  return Object.fromEntries(given);
}

export const receivedAnswers = ["all", "part", "nothing"] as const;
export type ReceivedAnswer = (typeof receivedAnswers)[number];

/** What a family that was asked said. */
export type FamilyAnswer = {
  readonly received: ReceivedAnswer;
  readonly inTime: boolean;
  /** Somebody wanted something in return. */
  readonly demanded: boolean;
};

export type AskedFigure = {
  readonly drawn: number;
  readonly received: number;
  readonly withIssues: number;
  readonly notReceived: number;
  /** Counted as what it is: neither good nor bad. */
  readonly unanswered: number;
  readonly demanded: number;
};

/** What a sample came to: received whole, in time and for nothing; with issues; not received; unanswered. */
export function askedFigure(answers: readonly (FamilyAnswer | null)[]): AskedFigure {
  const given = answers.filter((answer) => answer !== null);
  const isGood = ({ received, inTime, demanded }: FamilyAnswer) => received === "all" && inTime && !demanded;
  const notReceived = given.filter(({ received }) => received === "nothing").length;
  const received = given.filter(isGood).length;
  return {
    drawn: answers.length,
    received,
    withIssues: given.length - received - notReceived,
    notReceived,
    unanswered: answers.length - given.length,
    demanded: given.filter(({ demanded }) => demanded).length,
  };
}
