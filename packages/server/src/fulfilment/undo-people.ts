import { AppError, isUuid } from "#app";
import { lockPayers, withdrawReady } from "#enrolment";
import { takeOutOfDrafts } from "#packets";
import { change, type Operation } from "#use-case";
import { lockRun, undoRun } from "./fulfilment.store.ts";
import { getRun } from "./standing.view.ts";

export type UndoCommitmentEnrolment = Operation & { readonly commitmentEnrolmentId: string };

export type UndoEnrolmentOutcome =
  | { readonly outcome: "undone"; readonly people: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ("undone-already" | "sent")[] };

/** Takes a village's enrolment back as a whole, as long as BPJS has been sent none of it. Throws `not-found`. */
export const undoCommitmentEnrolment = change(
  { name: "commitment.undo-enrolment", permission: "village_commitment.enrol" },
  async (step, { commitmentEnrolmentId: id }: UndoCommitmentEnrolment): Promise<UndoEnrolmentOutcome> => {
    await lockPayers(step.tx);
    const isKnown = isUuid(id) && (await lockRun(step.tx, step.area, id));
    if (!isKnown) throw new AppError("not-found", { object: "commitment-enrolment" });
    const run = await getRun(step.tx, step.area, id);
    if (run.isUndone) return step.unchanged({ outcome: "refused", reasons: ["undone-already"] });
    if (run.sent > 0) return step.unchanged({ outcome: "refused", reasons: ["sent"] });
    const enrolmentIds = await undoRun(step.tx, { id, by: step.actor.userId, at: step.now });
    await takeOutOfDrafts(step, enrolmentIds);
    await withdrawReady(step, enrolmentIds);
    await step.audit({ objectType: "village_commitment", objectId: id, details: { people: run.people } });
    return { outcome: "undone", people: run.people };
  },
);
