import { type Interval, wilson, z95 } from "./wilson.ts";

/**
 * A share with two intervals: `sampling` is Wilson's as if every link were right, the outer one is widened by what the links leave
 * open. `because` says by whom: asked about and not answered, covered and linked to nobody, given as a span.
 */
export type WidenedShare = Interval & {
  readonly part: number;
  readonly whole: number;
  readonly sampling: { readonly low: number; readonly high: number };
  readonly because: { readonly asked: number; readonly unlinked: number; readonly spans: number };
};

type Bound = { readonly part: number; readonly whole: number };

type Open = Bound & {
  readonly variance: number;
  /** People whose span leaves open whether they belong: how many of them may join the whole without the part, and how many with it. */
  readonly swing: { readonly without: number; readonly within: number };
  readonly fewest: Bound;
  readonly most: Bound;
  readonly because: WidenedShare["because"];
};

/**
 * Wilson's interval around the lowest and around the highest value that the links allow: the expected number less or more 1.96 of
 * its standard deviations, or the bound where that reaches further. It always holds the interval as if every link were right, and a
 * wider span never makes it narrower: more people in the whole alone lower both ends of Wilson's, more in part and whole raise both.
 */
export function widen({ part, whole, variance, swing, fewest, most, because }: Open): WidenedShare | null {
  const exact = wilson(Math.min(part, whole), whole);
  if (exact === null) return null;
  const spread = z95 * Math.sqrt(Math.max(0, variance));
  const lowest = [
    { part: Math.max(0, part - spread), whole: whole + swing.without },
    { part: Math.min(fewest.part, fewest.whole), whole: fewest.whole },
  ].map((bound) => wilson(bound.part, bound.whole)!.low);
  const highest = [
    { part: Math.min(whole, part + spread) + swing.within, whole: whole + swing.within },
    { part: Math.min(most.part, most.whole), whole: most.whole },
  ].map((bound) => wilson(bound.part, bound.whole)!.high);
  return {
    part,
    whole,
    share: exact.share,
    low: Math.min(exact.low, ...lowest),
    high: Math.max(exact.high, ...highest),
    sampling: { low: exact.low, high: exact.high },
    because,
  };
}
