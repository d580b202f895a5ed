import { requireSecondPerson } from "#access";
import { readNote } from "#app";
import { notify } from "#notifications";
import { change, type Operation, type Step } from "#use-case";
import { countEnrolledOf, listNoLongerFit } from "./endorsement-item.view.ts";
import { decideEndorsementRow } from "./endorsement.store.ts";
import { type EndorsementRow, findEndorsement } from "./endorsement.view.ts";
import { staleEndorsement } from "./stale-endorsement.ts";

export type EndorsementDecision = Operation & {
  /** Id or code of the list. */
  readonly endorsementId: string;
  readonly version: number;
  readonly verdict: "approve" | "return";
  /** Why it is returned; needed then. */
  readonly note?: string;
};

export type DecisionOutcome =
  | { readonly outcome: "decided"; readonly state: "approved" | "returned"; readonly version: number }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (
        | { readonly code: "note-missing" }
        /** People of an endorsed list are on their way to BPJS or with it: it cannot go back. */
        | { readonly code: "already-enrolled"; readonly count: number }
        /** People who died, moved or became ineligible since; leave them out first. */
        | { readonly code: "no-longer-fit"; readonly personCodes: readonly string[] }
      )[];
    };

/**
 * Endorses or returns a village's list; one endorsed may still be returned while nobody of it is enrolled. Four eyes: never whoever proposed it (`four-eyes`), checked here and by the table.
 * Throws `not-found` outside the own area and `stale` when the list changed or was decided meanwhile.
 */
export const decideEndorsement = change(
  { name: "endorsement.decide", permission: "list_decision.approve" },
  async (step, input: EndorsementDecision): Promise<DecisionOutcome> => {
    const list = step.within(await findEndorsement(step.tx, input.endorsementId));
    const isTakenBack = list.state === "approved" && input.verdict === "return";
    if (list.version !== input.version || (list.state !== "proposed" && !isTakenBack))
      throw staleEndorsement(list);
    requireSecondPerson(step.actor, list.proposedBy);
    const reasons = await refusalsOf(step, list, input);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const state = input.verdict === "approve" ? "approved" : "returned";
    await save(step, list, { state, note: readNote(input.note) });
    return { outcome: "decided", state, version: list.version + 1 };
  },
);

type Refusals = Extract<DecisionOutcome, { outcome: "refused" }>["reasons"];

async function refusalsOf({ tx }: Step, list: EndorsementRow, input: EndorsementDecision): Promise<Refusals> {
  if (input.verdict === "return") {
    const count = list.state === "approved" ? await countEnrolledOf(tx, list.id) : 0;
    return [
      ...(input.note?.trim() ? [] : [{ code: "note-missing" } as const]),
      ...(count > 0 ? [{ code: "already-enrolled", count } as const] : []),
    ];
  }
  const personCodes = await listNoLongerFit(tx, list);
  return personCodes.length === 0 ? [] : [{ code: "no-longer-fit", personCodes }];
}

async function save(
  step: Step,
  list: EndorsementRow,
  decision: { readonly state: "approved" | "returned"; readonly note: string | null },
): Promise<void> {
  const { tx, actor, now } = step;
  const { state } = decision;
  const { id: endorsementId, villageCode, included } = list;
  const isDecided = await decideEndorsementRow(tx, list, { ...decision, decidedBy: actor.userId, at: now });
  if (!isDecided) throw staleEndorsement((await findEndorsement(tx, list.id))!);
  await step.audit({
    objectType: "endorsement",
    objectId: endorsementId,
    details: { state, villageCode, included },
  });
  const to =
    state === "approved"
      ? ({ role: "MGR", scope: null } as const)
      : ({ role: "OPR", scope: villageCode } as const);
  const payload = { endorsementId, villageCode, included };
  await notify(step, [{ ...to, kind: `endorsement-${state}`, payload }]);
  // Payment by others may have begun since the proposal: sponsors are matched on a judgement of today.
  if (state === "approved") await step.follow("eligibility.judge", { villageCode });
}
