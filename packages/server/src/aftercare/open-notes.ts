import { type LookReason, lookReasons } from "@tuwai/domain/claims";
import { AppError, isUuid } from "#app";
import { type ClaimAsked, requireClaim } from "#claims";
import { act, type Operation, type Refused, refuse, type Step } from "#use-case";
import { type AskedRow, findAsked, openAskedNote } from "./asked.store.ts";
import { listAskedClaims } from "./asked-claim.view.ts";
import { openVisitNotes } from "./visit.store.ts";

type Why = { readonly reason: string };
type Asked = { readonly askedId: string };

/** By the id of the visit, or of the family that was asked, what was written. */
export type OpenedNotes = {
  readonly outcome: "opened";
  readonly notes: Readonly<Record<string, string>>;
};

/** What stays with the operation: that somebody looked, never what was read. */
type Noted = { readonly outcome: "noted"; readonly reason: LookReason };
type NotedOrNot = Noted | Refused<"without-reason">;

const reasonOf = (typed: string): LookReason | undefined => lookReasons.find((known) => known === typed);

/** Opens what visitors wrote of a family, for a reason, which is kept with who looked. Throws `not-found`. */
export const lookIntoVisitNotes = act(
  { name: "family-visit.look", permission: "aftercare.visit" },
  async (
    call,
    { operationId: id, ...input }: Operation & ClaimAsked & Why,
  ): Promise<OpenedNotes | Refused<"without-reason">> => {
    const noted = await call.once({ id, request: input }, (step) => noteVisitLook(step, input));
    return noted.outcome === "refused" ? noted : call.look((step) => openedVisits(step, input, noted.reason));
  },
);

async function noteVisitLook(step: Step, input: ClaimAsked & Why): Promise<NotedOrNot> {
  const claim = await requireClaim(step, input);
  const reason = reasonOf(input.reason);
  if (reason === undefined) return refuse<"without-reason">(step, "without-reason");
  await step.audit({ objectType: "claim", objectId: claim.id, details: { reason } });
  return { outcome: "noted", reason };
}

async function openedVisits(step: Step, asked: ClaimAsked, reason: LookReason): Promise<OpenedNotes> {
  const claim = await requireClaim(step, asked);
  await step.seen({
    personIds: [claim.personId],
    fields: ["family_notes"],
    purpose: `family-look-${reason}`,
  });
  return { outcome: "opened", notes: Object.fromEntries(await openVisitNotes(step, claim.id)) };
}

/** Opens what one family said to whoever asked it, for a reason, which is kept. Throws `not-found`. */
export const lookIntoAskedNotes = act(
  { name: "asked-families.look", permission: "aftercare.ask" },
  async (
    call,
    { operationId: id, ...input }: Operation & Asked & Why,
  ): Promise<OpenedNotes | Refused<"without-reason">> => {
    const noted = await call.once({ id, request: input }, (step) => noteAskedLook(step, input));
    return noted.outcome === "refused" ? noted : call.look((step) => openedAsked(step, input, noted.reason));
  },
);

async function noteAskedLook(step: Step, input: Asked & Why): Promise<NotedOrNot> {
  const row = await requireAsked(step, input);
  const reason = reasonOf(input.reason);
  if (reason === undefined) return refuse<"without-reason">(step, "without-reason");
  await step.audit({ objectType: "asked_sample", objectId: row.sampleId, details: { reason } });
  return { outcome: "noted", reason };
}

async function openedAsked(step: Step, input: Asked, reason: LookReason): Promise<OpenedNotes> {
  const row = await requireAsked(step, input);
  const claims = await listAskedClaims(step.tx, step.area, [row.claimId]);
  const personIds = [...claims.values()].map(({ personId }) => personId);
  await step.seen({ personIds, fields: ["family_answer"], purpose: `asked-look-${reason}` });
  const note = await openAskedNote(step, row.id);
  return { outcome: "opened", notes: note === null ? {} : { [row.id]: note } };
}

async function requireAsked(step: Step, { askedId }: Asked): Promise<AskedRow> {
  const row = isUuid(askedId) ? await findAsked(step.tx, askedId) : undefined;
  if (row === undefined) throw new AppError("not-found");
  return row;
}
