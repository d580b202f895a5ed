import { AppError, isUuid, readNote } from "#app";
import { answerQuestion, askAboutLink, endLink, lockLinks } from "#linking";
import { change, type Operation, type Step } from "#use-case";
import { insertDecision } from "./decision.store.ts";
import { findLink, type LinkRow } from "./link.view.ts";

export type Unlink = Operation & { readonly linkId: string; readonly reason: string };

/** `questionId` is where the pair can be looked at again and the end of the link taken back. */
export type UnlinkOutcome = { readonly outcome: "unlinked"; readonly questionId: string };

/**
 * Ends a link, made by the machine or by a person, and keeps it from being made again by the machine. Reversible
 * through `undoLinkDecision` on the returned question. Throws `not-found`, and `stale` when the link has already ended.
 */
export const unlink = change(
  { name: "link.end", permission: "link_review.undo" },
  async (step, input: Unlink): Promise<UnlinkOutcome> => {
    const reason = readNote(input.reason);
    if (reason === null) throw new AppError("invalid-input", { field: "reason" });
    await lockLinks(step.tx);
    const link = isUuid(input.linkId) ? await findLink(step.tx, step.area, input.linkId) : undefined;
    if (!link) throw new AppError("not-found");
    if (!(await endLink(step, link))) throw new AppError("stale", { state: "ended" });
    const questionId = await answerDifferent(step, link, reason);
    const { kind, personId } = link;
    await step.audit({ objectType: "link", objectId: link.id, details: { kind, personId, questionId } });
    await step.follow("people.link", { personIds: [personId] });
    return { outcome: "unlinked", questionId };
  },
);

async function answerDifferent(step: Step, link: LinkRow, reason: string): Promise<string> {
  const questionId = link.questionId ?? (await askAboutLink(step, link.id));
  const question = { id: questionId, version: link.questionVersion ?? 1 };
  await answerQuestion(step, question, { state: "different", reason });
  await insertDecision(step.tx, {
    reason,
    regionCode: step.actor.regionCode,
    id: step.newId(),
    questionId,
    verdict: "different",
    actorId: step.actor.userId,
    at: step.now,
  });
  return questionId;
}
