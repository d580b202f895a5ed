import type { CoveredCount, ReachCount, RegisterCount, Work } from "@tuwai/domain/targeting";
import { reachDimensions } from "@tuwai/domain/targeting";
import type { Counted } from "./counted.ts";

export type ReadCounts = {
  readonly register: readonly RegisterCount[];
  readonly covered: readonly CoveredCount[];
  readonly reach: readonly ReachCount[];
};

/** The stored rows as the rules ask for them; of the people of the lists one sum for each value of a trait. */
export function readCounts(rows: readonly Counted[]): ReadCounts {
  const of = (side: Counted["side"]) => rows.filter((row) => row.side === side);
  return {
    register: of("register").map((row) => ({
      villageCode: row.villageCode === "" ? null : row.villageCode,
      from: row.decileFrom,
      to: row.decileTo,
      work: row.value as Work,
      people: row.people,
      listed: row.listed,
      covered: row.covered,
      coveredVariance: row.variance,
      asked: row.asked,
      askedExpected: row.askedExpected,
      unlinked: row.unlinked,
    })),
    covered: of("covered").map((row) => ({
      villageCode: row.villageCode,
      from: row.decileFrom,
      to: row.decileTo,
      people: row.people,
      linked: row.covered,
      variance: row.variance,
      asked: row.asked,
      unlinked: row.unlinked,
    })),
    reach: reachDimensions.flatMap((dimension) => sumReach(of("reach"), dimension)),
  };
}

function sumReach(rows: readonly Counted[], dimension: ReachCount["dimension"]): readonly ReachCount[] {
  const groups = Map.groupBy(
    rows.filter((row) => row.dimension === dimension),
    ({ value }) => value,
  );
  return [...groups].map(([value, cells]) => ({
    dimension,
    value,
    people: cells.reduce((sum, { people }) => sum + people, 0),
    covered: cells.reduce((sum, { covered }) => sum + covered, 0),
  }));
}
