import { createHash } from "node:crypto";
import { orphanAgeBelow } from "@tuwai/domain/families";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { canonical } from "#database";
import type { Step } from "#use-case";
import { type CopyReason, type CopyRow, insertCopy, listCopyRows } from "./copy.store.ts";
import { familyOn, type Orphan, orphansOf } from "./family-doors.ts";
import { isFollowed, loadFamilies } from "./load-family.ts";

export type FrozenCopy = { readonly copyId: string; readonly hash: string; readonly children: number };

/** What a copy holds, as canonical JSON. */
type Frozen = {
  readonly on: CivilDate;
  readonly family: unknown;
  readonly orphans: readonly (Omit<Orphan, "verifiedAt"> & { readonly isVerified: boolean })[];
};

const placeOf = (rowId: string) => ({ table: "family_copies", column: "copy", rowId });

/**
 * A copy of a worker's family as it stands now, sealed and hashed, for a claim that is handed in or a round of alms that is locked. The
 * database never changes it, and the same reference gets the same copy. Throws `not-found` where no family is kept in the step's area.
 */
export async function freezeFamily(
  step: Step,
  of: { readonly personId: string; readonly why: CopyReason; readonly referenceId: string },
): Promise<FrozenCopy> {
  const [family] = await loadFamilies(step, { personIds: [of.personId] }, "look");
  if (family === undefined) throw new AppError("not-found", { object: "family" });
  const householdId = family.row.id;
  const before = (await listCopyRows(step.tx, of)).find((copy) => copy.householdId === householdId);
  if (before !== undefined) return { copyId: before.id, hash: before.sha256, children: before.children };
  const { today: on } = step;
  const orphans = orphansOf(family, { under: orphanAgeBelow, on }).map(({ verifiedAt, ...orphan }) => ({
    ...orphan,
    isVerified: verifiedAt !== null,
  }));
  const text = canonical({ on, family: familyOn(family, on), orphans } satisfies Frozen);
  const hash = createHash("sha256").update(text).digest("hex");
  const children = family.members.filter(isFollowed).length;
  const id = step.newId();
  await insertCopy(step, {
    ...of,
    id,
    villageCode: family.row.villageCode,
    householdId,
    sha256: hash,
    copySealed: step.app.keys.seal(text, placeOf(id)),
    children,
  });
  return { copyId: id, hash, children };
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
