import { lookReasons, type LookReason } from "@tuwai/domain/claims";
import { AppError, isUuid } from "#app";
import { type ClaimAsked, requireClaim } from "#claims";
import { change, type Operation, type Step } from "#use-case";
import { findAsked, openAskedNote } from "./asked.store.ts";
import { openVisitNotes } from "./visit.store.ts";

type Why = { readonly reason: string };
type Refused = { readonly outcome: "refused"; readonly reasons: readonly ["without-reason"] };

/** By the id of the visit, or of the family that was asked, what was written. */
export type OpenedNotes =
  | { readonly outcome: "opened"; readonly notes: Readonly<Record<string, string>> }
  | Refused;

const reasonOf = (typed: string): LookReason | undefined => lookReasons.find((known) => known === typed);
const refused = (step: Step): Refused =>
  step.unchanged({ outcome: "refused", reasons: ["without-reason"] as const });

/** Opens what visitors wrote of a family, for a reason, which is kept with who looked. Throws `not-found`. */
export const lookIntoVisitNotes = change(
  { name: "family-visit.look", permission: "aftercare.visit" },
  async (step, input: Operation & ClaimAsked & Why): Promise<OpenedNotes> => {
    const claim = await requireClaim(step, input);
    const reason = reasonOf(input.reason);
    if (reason === undefined) return refused(step);
    await step.seen({
      personIds: [claim.personId],
      fields: ["family_notes"],
      purpose: `family-look-${reason}`,
    });
    await step.audit({ objectType: "claim", objectId: claim.id, details: { reason } });
    return { outcome: "opened", notes: Object.fromEntries(await openVisitNotes(step, claim.id)) };
  },
);

/** Opens what one family said to whoever asked it, for a reason, which is kept. Throws `not-found`. */
export const lookIntoAskedNotes = change(
  { name: "asked-families.look", permission: "aftercare.ask" },
  async (step, input: Operation & { readonly askedId: string } & Why): Promise<OpenedNotes> => {
    const row = isUuid(input.askedId) ? await findAsked(step.tx, input.askedId) : undefined;
    if (row === undefined) throw new AppError("not-found");
    const reason = reasonOf(input.reason);
    if (reason === undefined) return refused(step);
    const note = await openAskedNote(step, row.id);
    await step.audit({ objectType: "asked_sample", objectId: row.sampleId, details: { reason } });
    return { outcome: "opened", notes: note === null ? {} : { [row.id]: note } };
  },
);
