import { type DecileLines, mayBe, standingOfDecile } from "./decile-lines.ts";
import type { CoveredCount } from "./targeting-counts.ts";
import { widen, type WidenedShare } from "./widened-share.ts";

/**
 * Inclusion error: covered people who are better off, of the covered whose decile is known. A link that may be wrong counts by its
 * probability. The bounds: questions that are open are answered all one way or the other, and so are spans that cross the line.
 * Null where of nobody covered a decile is known.
 */
export function inclusionError(covered: readonly CoveredCount[], lines: DecileLines): WidenedShare | null {
  const known = covered.filter(({ to }) => to !== null);
  const better = known.filter((cell) => standingOfDecile(cell, lines) === "better-off");
  const unclear = known.filter(
    (cell) => standingOfDecile(cell, lines) === "unclear" && mayBe("better-off", cell, lines),
  );
  const people = sum(known, (cell) => cell.linked) - sum(unclear, (cell) => cell.linked);
  const part = sum(better, (cell) => cell.linked);
  const spans = sum(unclear, (cell) => cell.linked);
  const askedBetter = sum([...better, ...unclear], (cell) => cell.asked);
  const asked = sum(known, (cell) => cell.asked);
  return widen({
    part,
    whole: people,
    variance: sum(known, (cell) => cell.variance),
    swing: { without: spans, within: spans },
    fewest: { part, whole: people + spans + asked - sum(better, (cell) => cell.asked) },
    most: { part: part + spans + askedBetter, whole: people + spans + askedBetter },
    because: { asked, unlinked: sum(covered, (cell) => (cell.to === null ? cell.people : 0)), spans },
  });
}

function sum(cells: readonly CoveredCount[], of: (cell: CoveredCount) => number): number {
  return cells.reduce((total, cell) => total + of(cell), 0);
}
