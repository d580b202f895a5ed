import type { Cohort } from "#figures";
import { monthAtIndex, monthIndex, type Month } from "#time";

/** Of the people first covered within three months: which part of them was covered so many months later. */
export type CohortLine = {
  readonly from: Month;
  readonly until: Month;
  readonly members: number;
  readonly points: readonly { readonly after: number; readonly share: number }[];
};

const monthsTogether = 3;

/**
 * One line for every three months of joining, at most `most` of them, newest last; a share (0 to 1) stands only where all of the three
 * months have had the time, so that a line never falls because its youngest are missing.
 */
export function cohortLines(
  cohorts: readonly Omit<Cohort, "villageCode" | "kecamatanCode">[],
  last: Month,
  most = 5,
): readonly CohortLine[] {
  const groups = Map.groupBy(
    cohorts.filter(({ joinedMonth, month }) => joinedMonth <= last && month <= last),
    ({ joinedMonth }) => Math.floor(monthIndex(joinedMonth) / monthsTogether),
  );
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([group, rows]) => lineOf(group * monthsTogether, rows, last))
    .slice(-most);
}

function lineOf(start: number, rows: readonly Omit<Cohort, "villageCode" | "kecamatanCode">[], last: Month) {
  const at = (after: number) =>
    rows
      .filter(({ joinedMonth, month }) => monthIndex(month) - monthIndex(joinedMonth) === after)
      .reduce((sum, { covered }) => sum + covered, 0);
  const end = start + monthsTogether - 1;
  const longest = monthIndex(last) - end;
  const members = at(0);
  if (longest < 1 || members === 0) return [];
  const points = Array.from({ length: longest + 1 }, (_, after) => ({ after, share: at(after) / members }));
  return [{ from: monthAtIndex(start), until: monthAtIndex(end), members, points }];
}
