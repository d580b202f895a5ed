import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { lockLinks } from "#linking";
import { addDescribedPerson, resolveWhole, setAside } from "#people";
import { change, type Operation, type Step } from "#use-case";
import { findIdentity, type IdentityRow, markDecided } from "./identity.store.ts";
import { type EntryRow, findEntry, holdPersons } from "./identity.view.ts";
import { lookAgain } from "./look-again.ts";
import { tellVillages } from "./tell-villages.ts";
import { type MergeReason, reasonsAgainstMerge } from "./merge-reasons.ts";

export type IdentityDecision = Operation & {
  readonly decisionId: string;
  readonly version: number;
  readonly verdict: "approve" | "refuse";
  /** Why not; needed for a refusal. */
  readonly reason?: string;
};

export type IdentityOutcome =
  | { readonly outcome: "approved" | "not-approved"; readonly personCode: string }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (MergeReason | "already-settled" | "without-reason" | "side-is-gone")[];
    };

/**
 * The second person's word whether two entries are one, or a list row describes somebody else. Nothing moves: who reads the
 * kept person reads the other's rows, edits, links and ledger too, until it is taken back. Throws `not-found`, `four-eyes`,
 * and `stale` when it was decided meanwhile.
 */
export const decideIdentity = change(
  { name: "identity.decide", permission: "worker.merge.approve" },
  async (step, input: IdentityDecision): Promise<IdentityOutcome> => {
    const { tx, area, actor } = step;
    await lockLinks(tx);
    const asked = isUuid(input.decisionId) ? await findIdentity(tx, area, input.decisionId) : undefined;
    const person = asked && (await findEntry(tx, area, { id: asked.personId }));
    if (asked === undefined || person === undefined) throw new AppError("not-found");
    requireSecondPerson(actor, asked.recordedBy);
    if (asked.state !== "waiting")
      return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    const isApproved = input.verdict === "approve";
    const refusal = isApproved ? null : readNote(input.reason);
    if (!isApproved && refusal === null)
      return step.unchanged({ outcome: "refused", reasons: ["without-reason"] });
    if (isApproved) {
      const reasons = await reasonsNow(step, asked, person);
      if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    }
    const otherId = isApproved ? (asked.otherId ?? (await addDescribedPerson(step, person))) : asked.otherId;
    const decided = {
      state: isApproved ? "standing" : "refused",
      refusal,
      otherId,
      actorId: actor.userId,
    } as const;
    if (!(await markDecided(tx, { id: asked.id, version: input.version }, decided)))
      throw new AppError("stale", { version: asked.version });
    if (isApproved) await apply(step, asked, { person, otherId: otherId! });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { decisionId: asked.id, kind: asked.kind, otherPersonId: otherId, verdict: input.verdict },
    });
    return { outcome: isApproved ? "approved" : "not-approved", personCode: person.code };
  },
);

/** What has come in between since it was asked. */
async function reasonsNow({ tx, area }: Step, asked: IdentityRow, person: EntryRow) {
  if (asked.otherId === null) return [];
  await holdPersons(tx, [asked.personId, asked.otherId]);
  const [kept, other] = [
    await findEntry(tx, area, { id: person.id }),
    await findEntry(tx, area, { id: asked.otherId }),
  ];
  if (kept === undefined || other === undefined || !kept.isListed || !other.isListed)
    return ["side-is-gone"] as const;
  return asked.kind === "merge" ? reasonsAgainstMerge(kept, other) : [];
}

type Sides = { readonly person: EntryRow; readonly otherId: string };

async function apply(step: Step, asked: IdentityRow, { person, otherId }: Sides): Promise<void> {
  if (asked.kind === "merge") {
    const other = await findEntry(step.tx, step.area, { id: otherId });
    if (other !== undefined) await tellVillages(step, "person-merged", { kept: person, other });
    await setAside(step, [otherId]);
    await resolveWhole(step, [asked.personId]);
    await lookAgain(step, { living: [asked.personId], all: [asked.personId, otherId] });
    return;
  }
  await resolveWhole(step, [asked.personId, otherId]);
  await lookAgain(step, { living: [asked.personId, otherId], all: [asked.personId, otherId] });
}
