import { countHeads, type CountedPerson, groupsOfPerson, type Heads } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import { wholeCity } from "#access";
import { asSystem, type Database } from "#database";
import type { Step } from "#use-case";
import { listNeedPersons, type NeedPerson, readNeedChanges } from "./need.view.ts";

export type VillageHeads = ReadonlyMap<string, ReadonlyMap<Group, Heads>>;

type Kept = {
  readonly changes: number;
  readonly until: number;
  readonly heads: Promise<VillageHeads>;
};

const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * A writing announces itself a moment before it commits: a count made in between holds no longer than this. Nothing else needs
 * the limit.
 */
const longestMillis = 2000;

/** Everybody of a village by group; asked as the city, as an evaluator reads sums of people whom he may not see. */
export async function headsOfVillage({ app, area }: Counting, villageCode: string): Promise<VillageHeads> {
  return byVillage(await asSystem(app, (city) => listNeedPersons(city, area, villageCode)));
}

/**
 * The same of every village of a city. Fifty boards that ask in one second count once: a count stands until something beneath it
 * is written.
 */
export async function headsOfCity({ app, tx, area }: Counting): Promise<VillageHeads> {
  const { regionCode } = area;
  const changes = await readNeedChanges(tx);
  const cities = kept.get(app.db) ?? new Map<string, Kept>();
  kept.set(app.db, cities);
  const standing = () => {
    const before = cities.get(regionCode);
    return before?.changes === changes && performance.now() < before.until ? before.heads : null;
  };
  // A count is offered to others only once it has its connection: one who waits for it may hold the last one there is.
  return (
    standing() ??
    asSystem(app, (city) => {
      const begun = standing();
      if (begun !== null) return begun;
      const heads = listNeedPersons(city, wholeCity(regionCode), null).then(byVillage);
      const now = { changes, until: performance.now() + longestMillis, heads };
      cities.set(regionCode, now);
      heads.catch(() => cities.get(regionCode) === now && cities.delete(regionCode));
      return heads;
    })
  );
}

type Counting = Pick<Step, "app" | "tx" | "area">;

function byVillage(people: readonly NeedPerson[]): VillageHeads {
  const villages = Map.groupBy(people, ({ villageCode }) => villageCode);
  return new Map([...villages].map(([code, own]) => [code, countHeads(own.map(asCounted))]));
}

const asCounted = ({ personId, targetGroup, position, wage, protectedBy }: NeedPerson): CountedPerson => ({
  personId,
  groups: groupsOfPerson(targetGroup, position),
  wage,
  protectedBy,
});
