import { AppError, readNote } from "#app";
import { answerQuestion, lockLinks, unlinkByDecision } from "#linking";
import { change, type Operation } from "#use-case";
import { insertDecision } from "./decision.store.ts";
import { findQuestion } from "./question-detail.view.ts";
import { staleQuestion } from "./stale-question.ts";

export type UndoLinkDecision = Operation & {
  readonly questionId: string;
  readonly version: number;
  readonly reason?: string;
};

export type UndoOutcome =
  | { readonly outcome: "reopened"; readonly version: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ["not-answered"] };

/**
 * Takes an answer back: the question is open again, a link made by it ends, and questions it had settled are asked
 * again. Every answer stays in the history. Throws `not-found` and `stale`.
 */
export const undoLinkDecision = change(
  { name: "link.undo", permission: "link_review.undo" },
  async (step, input: UndoLinkDecision): Promise<UndoOutcome> => {
    const { tx, area, actor } = step;
    await lockLinks(tx);
    const question = await findQuestion(tx, area, input.questionId);
    if (!question) throw new AppError("not-found");
    if (question.version !== input.version) throw staleQuestion(question);
    const { state: was, kind, personId, recordId, otherPersonId } = question;
    if (was === "open" || was === "withdrawn")
      return step.unchanged({ outcome: "refused", reasons: ["not-answered"] });
    const reason = readNote(input.reason);
    if (!(await answerQuestion(step, question, { state: "open", reason })))
      throw staleQuestion((await findQuestion(tx, area, question.id))!);
    await insertDecision(tx, {
      reason,
      regionCode: actor.regionCode,
      id: step.newId(),
      questionId: question.id,
      verdict: "reopened",
      actorId: actor.userId,
      at: step.now,
    });
    if (was === "same" && recordId !== null) await unlinkByDecision(step, { ...question, recordId });
    await step.audit({
      objectType: "link-question",
      objectId: question.id,
      details: { was, kind, personId },
    });
    await step.follow("people.link", { personIds: [personId, ...(otherPersonId ? [otherPersonId] : [])] });
    return { outcome: "reopened", version: question.version + 1 };
  },
);
