import type { Group } from "#grants";

/** Whose money covers somebody already. */
export type Protector = "village" | "city" | "sponsor" | "other";

export type CountedPerson = {
  readonly personId: string;
  /** The first counts. */
  readonly groups: readonly Group[];
  /** Reported to BPJS, rupiah a month; null where nobody says. */
  readonly wage: number | null;
  readonly protectedBy: Protector | null;
};

export type Heads = {
  readonly people: number;
  readonly protectedBy: Readonly<Partial<Record<Protector, number>>>;
  readonly unprotected: number;
  /** Of the unprotected, the highest first. */
  readonly wages: readonly (number | null)[];
  /** Who belongs to another group as well, and is counted here alone. */
  readonly twice: number;
};

/** Everybody once, in the first of their groups. */
export function countHeads(people: readonly CountedPerson[]): ReadonlyMap<Group, Heads> {
  const once = new Map(people.map((person) => [person.personId, person]));
  const byGroup = Map.groupBy(once.values(), ({ groups }) => groups[0] ?? "vulnerable");
  return new Map([...byGroup].map(([group, members]) => [group, headsOf(members)]));
}

function headsOf(members: readonly CountedPerson[]): Heads {
  const open = members.filter(({ protectedBy }) => protectedBy === null);
  const protectedBy: Partial<Record<Protector, number>> = {};
  for (const { protectedBy: by } of members) if (by !== null) protectedBy[by] = (protectedBy[by] ?? 0) + 1;
  return {
    people: members.length,
    protectedBy,
    unprotected: open.length,
    wages: open.map(({ wage }) => wage).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    twice: members.filter(({ groups }) => groups.length > 1).length,
  };
}

/** What stands once the people of a group were counted anew by hand: those covered stay covered. */
export function withPeople(heads: Heads, people: number): Heads {
  const unprotected = Math.max(0, people - (heads.people - heads.unprotected));
  const wages = Array.from({ length: unprotected }, (_, at) => heads.wages[at] ?? null);
  return { ...heads, people, unprotected, wages };
}

/** A number of heads over the groups, in their order, never more than each has open; what is beyond falls to the last. */
export function spreadHeads(
  total: number,
  groups: readonly { readonly group: Group; readonly unprotected: number }[],
): readonly { readonly group: Group; readonly heads: number }[] {
  let left = total;
  return groups.map(({ group, unprotected }, at) => {
    const heads = at === groups.length - 1 ? left : Math.min(left, unprotected);
    left -= heads;
    return { group, heads };
  });
}
