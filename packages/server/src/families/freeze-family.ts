import { createHash } from "node:crypto";
import { orphanAgeBelow } from "@tuwai/domain/families";
import type { CivilDate } from "@tuwai/domain/time";
import { canonical } from "#database";
import type { Step } from "#use-case";
import { type CopyOf, type CopyRow, insertCopies, listCopyRows, type NewCopy } from "./copy.store.ts";
import { familyOn, type Orphan, orphansOf } from "./family-doors.ts";
import { type Family, isFollowed, loadFamilies } from "./load-family.ts";

export type FrozenCopy = {
  readonly copyId: string;
  readonly hash: string;
  /** The children of the family, by id. */
  readonly childIds: readonly string[];
};

/** What a copy holds, as canonical JSON. */
type Frozen = {
  readonly on: CivilDate;
  readonly family: unknown;
  readonly orphans: readonly (Omit<Orphan, "verifiedAt"> & { readonly isVerified: boolean })[];
};

const placeOf = (rowId: string) => ({ table: "family_copies", column: "copy", rowId });

/**
 * Copies of families as they stand now, sealed and hashed, for a claim that is handed in or a round of alms that is locked: those of these
 * workers, or of these children, within the step's area; a worker for whom none is kept has none. The database never changes a copy, and
 * the same reference gets the same one.
 */
export async function freezeFamilies(
  step: Step,
  by: { readonly personIds: readonly string[] } | { readonly childIds: readonly string[] },
  of: CopyOf,
): Promise<readonly FrozenCopy[]> {
  const families = await loadFamilies(step, by);
  const before = await listCopyRows(step.tx, of);
  const known = new Set(before.map(({ householdId }) => householdId));
  const made = families.filter(({ row }) => !known.has(row.id)).map((family) => copyOf(step, family));
  await insertCopies(step, of, made);
  const copies = new Map([...before, ...made].map((copy) => [copy.householdId, copy]));
  return families.map(({ row, members }) => {
    const { id: copyId, sha256: hash } = copies.get(row.id)!;
    return { copyId, hash, childIds: members.filter(isFollowed).map(({ id }) => id) };
  });
}

function copyOf({ app, today: on, newId }: Step, family: Family): NewCopy {
  const orphans = orphansOf(family, { under: orphanAgeBelow, on }).map(({ verifiedAt, ...orphan }) => ({
    ...orphan,
    isVerified: verifiedAt !== null,
  }));
  const text = canonical({ on, family: familyOn(family, on), orphans } satisfies Frozen);
  const id = newId();
  return {
    id,
    villageCode: family.row.villageCode,
    householdId: family.row.id,
    sha256: createHash("sha256").update(text).digest("hex"),
    copySealed: app.keys.seal(text, placeOf(id)),
    children: family.members.filter(isFollowed).length,
  };
}

/** The orphans of a locked round, as they were frozen; throws where a copy no longer fits its hash. */
export async function childrenOfRound(
  step: Step,
  { referenceId }: { readonly referenceId: string },
): Promise<Frozen["orphans"]> {
  const copies = await listCopyRows(step.tx, { why: "alms-round", referenceId });
  return copies.flatMap((copy) => openCopy(step, copy).orphans);
}

function openCopy({ app }: Step, { id, copySealed, sha256 }: CopyRow): Frozen {
  const text = app.keys.open(copySealed, placeOf(id));
  if (createHash("sha256").update(text).digest("hex") !== sha256)
    throw new Error(`the frozen family ${id} does not fit its hash`);
  return JSON.parse(text) as Frozen;
}
