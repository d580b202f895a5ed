import {
  type GuardianEvidence,
  type GuardianKind,
  type Guardianship,
  type Member,
  type SchoolFacts,
  withDeath,
} from "@tuwai/domain/families";
import type { CivilDate } from "@tuwai/domain/time";
import type { Keys } from "#keys";
import type { Step } from "#use-case";
import {
  type ChildRow,
  type GuardianRow,
  type LetterRow,
  listChildRows,
  listGuardianRows,
  listLetterRows,
} from "./child.store.ts";
import { type HouseholdRow, type HouseholdsBy, listHouseholds } from "./family.view.ts";
import { listMemberRows, listTermRows, type MemberRow, type TermRow } from "./household.store.ts";
import { openGuardian, openMember } from "./told.ts";

export type KnownGuardian = Guardianship & {
  readonly id: string;
  readonly kind: GuardianKind;
  readonly evidence: GuardianEvidence;
  readonly name: string;
  readonly phone: string;
};

export type KnownChild = {
  readonly row: ChildRow;
  readonly school: SchoolFacts | null;
  readonly guardians: readonly KnownGuardian[];
  readonly letters: readonly LetterRow[];
};

/** `name` is null for a child whose record was erased. */
export type KnownMember = Member & { readonly name: string | null; readonly child: KnownChild | null };

/** A family with everything opened: for rules, and for answers that show each reader only what is theirs to see. */
export type Family = {
  readonly row: HouseholdRow;
  readonly members: readonly KnownMember[];
  readonly terms: readonly TermRow[];
};

/** Families of the area, those first that were kept first. */
export async function loadFamilies(
  { tx, area, app }: Pick<Step, "tx" | "area" | "app">,
  by: HouseholdsBy,
  hold: "hold" | "look" = "look",
): Promise<readonly Family[]> {
  const households = await listHouseholds(tx, area, by, hold);
  if (households.length === 0) return [];
  const members = await listMemberRows(
    tx,
    households.map(({ id }) => id),
  );
  const ids = members.map(({ id }) => id);
  const terms = Map.groupBy(await listTermRows(tx, ids), ({ memberId }) => memberId);
  const children = new Map((await listChildRows(tx, ids)).map((row) => [row.memberId, row]));
  const childIds = [...children.keys()];
  const guardians = Map.groupBy(await listGuardianRows(tx, childIds), ({ childId }) => childId);
  const letters = Map.groupBy(await listLetterRows(tx, childIds), ({ childId }) => childId);
  const byHousehold = Map.groupBy(members, ({ householdId }) => householdId);
  return households.map((row) => {
    const own = byHousehold.get(row.id) ?? [];
    const known = own.map((member) =>
      openOne(app.keys, row, {
        member,
        terms: terms.get(member.id) ?? [],
        child: children.get(member.id),
        guardians: guardians.get(member.id) ?? [],
        letters: letters.get(member.id) ?? [],
      }),
    );
    return {
      row,
      members: withDeath(known, row.lostOn),
      terms: own.flatMap(({ id }) => terms.get(id) ?? []),
    };
  });
}

type Rows = {
  readonly member: MemberRow;
  readonly terms: readonly TermRow[];
  readonly child: ChildRow | undefined;
  readonly guardians: readonly GuardianRow[];
  readonly letters: readonly LetterRow[];
};

function openOne(keys: Keys, household: HouseholdRow, rows: Rows): KnownMember {
  const { id, kinship, toldSealed } = rows.member;
  const told =
    kinship === "self"
      ? { name: household.fullName, birthDate: household.birthDate }
      : toldSealed === null
        ? { name: null, birthDate: null }
        : openMember(keys, id, toldSealed);
  return {
    id,
    kinship,
    ...told,
    terms: rows.terms.map(({ role, fromOn: from, untilOn: until, ending }) => ({
      role,
      from,
      until,
      ending,
    })),
    child: rows.child === undefined ? null : openChild(keys, rows.child, rows),
  };
}

function openChild(keys: Keys, row: ChildRow, { guardians, letters }: Rows): KnownChild {
  const { schoolLevel: level, schoolYearOfLevel: yearOfLevel, schoolOn: on } = row;
  return {
    row,
    school: level === null ? null : { level, yearOfLevel: yearOfLevel!, on: on! },
    guardians: guardians.map(({ id, kind, evidence, toldSealed, fromOn: from, untilOn: until }) => ({
      id,
      kind,
      evidence,
      from,
      until,
      ...openGuardian(keys, id, toldSealed),
    })),
    letters,
  };
}

/** The birth of a child of the register of children, which is always known. */
export type FollowedChild = KnownMember & { readonly birthDate: CivilDate; readonly child: KnownChild };

export const isFollowed = (member: KnownMember): member is FollowedChild =>
  member.child !== null && member.birthDate !== null;
