import { type DecileLines, mayBe, standingOfDecile } from "./decile-lines.ts";
import type { CoveredCount, RegisterCount } from "./targeting-counts.ts";
import { widen, type WidenedShare } from "./widened-share.ts";

type Counts = { readonly register: readonly RegisterCount[]; readonly covered: readonly CoveredCount[] };

/**
 * Exclusion error: poor workers of the register who are not covered, of all its poor workers. A poor worker counts as covered by the
 * probability of the link. The bounds: who is asked about may be covered or not; covered people whom nothing links may each be
 * one of the unlinked poor workers of their own village; spans that cross the line may belong or not. Null without poor workers.
 */
export function exclusionError({ register, covered }: Counts, lines: DecileLines): WidenedShare | null {
  const workers = register.filter(({ work }) => work === "works");
  const poor = workers.filter((cell) => standingOfDecile(cell, lines) === "poor");
  const unclear = workers.filter(
    (cell) => standingOfDecile(cell, lines) === "unclear" && mayBe("poor", cell, lines),
  );
  const people = sum(poor, (cell) => cell.people);
  const left = people - sum(poor, (cell) => cell.covered);
  const spans = { covered: sum(unclear, (cell) => cell.covered), left: sum(unclear, leftOf) };
  const hidden = coveredUnseen(poor, covered);
  const hiddenInSpans = coveredUnseen([...poor, ...unclear], covered) - hidden;
  const expected = sum(poor, (cell) => cell.askedExpected);
  return widen({
    part: left,
    whole: people,
    variance: sum([...poor, ...unclear], (cell) => cell.coveredVariance),
    swing: { without: spans.covered, within: spans.left },
    fewest: {
      part: Math.max(0, left - sum(poor, maybeCovered) - hidden),
      whole: people + spans.covered + sum(unclear, maybeCovered) + hiddenInSpans,
    },
    most: {
      part: left + expected + spans.left + sum(unclear, (cell) => cell.askedExpected),
      whole: people + spans.left + sum(unclear, (cell) => cell.askedExpected),
    },
    because: {
      asked: sum(poor, (cell) => cell.asked),
      unlinked: hidden,
      spans: sum(unclear, (cell) => cell.people),
    },
  });
}

const leftOf = ({ people, covered }: RegisterCount): number => people - covered;
const maybeCovered = ({ asked, askedExpected }: RegisterCount): number => asked - askedExpected;

/** Covered people without a link, village by village, as far as there are unlinked poor workers whom they could be. */
function coveredUnseen(poor: readonly RegisterCount[], covered: readonly CoveredCount[]): number {
  const unseen = new Map<string, number>();
  for (const { villageCode, unlinked } of covered)
    unseen.set(villageCode, (unseen.get(villageCode) ?? 0) + unlinked);
  const room = new Map<string, number>();
  let anywhere = 0;
  for (const { villageCode, unlinked } of poor)
    if (villageCode === null) anywhere += unlinked;
    else room.set(villageCode, (room.get(villageCode) ?? 0) + unlinked);
  const local = [...unseen].map(([code, people]) => ({
    people,
    fits: Math.min(people, room.get(code) ?? 0),
  }));
  const rest = sum(local, ({ people, fits }) => people - fits);
  return sum(local, ({ fits }) => fits) + Math.min(rest, anywhere);
}

function sum<T>(cells: readonly T[], of: (cell: T) => number): number {
  return cells.reduce((total, cell) => total + of(cell), 0);
}
