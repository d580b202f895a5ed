import { type Actor, type App, AppError, readNote } from "#app";
import { areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { lockLinks } from "#linking";
import { enqueue } from "#work";
import { endLink, insertDecision, reopenSettledQuestions, updateQuestionState } from "./decision.store.ts";
import { findQuestion } from "./question-detail.store.ts";
import { staleQuestion } from "./stale-question.ts";

export type UndoLinkDecision = {
  readonly operationId: string;
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
export async function undoLinkDecision(
  app: App,
  actor: Actor,
  input: UndoLinkDecision,
): Promise<UndoOutcome> {
  const area = areaOf(actor, authorise(actor, "link_review.undo"));
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "link.undo", request: input }, async () => {
      await lockLinks(tx);
      const question = await findQuestion(tx, area, input.questionId);
      if (!question) throw new AppError("not-found");
      if (question.version !== input.version) throw staleQuestion(question);
      if (question.state === "open" || question.state === "withdrawn")
        return { outcome: "refused", reasons: ["not-answered"] };
      const who = { actorId: actor.userId, reason: readNote(input.reason), at: app.clock.now() };
      if (!(await updateQuestionState(tx, question, { ...who, state: "open" })))
        throw staleQuestion((await findQuestion(tx, area, question.id))!);
      await insertDecision(tx, {
        ...who,
        regionCode: actor.regionCode,
        id: app.newId(),
        questionId: question.id,
        verdict: "reopened",
      });
      if (question.state === "same" && question.recordId !== null) {
        await endLink(tx, { personId: question.personId, recordId: question.recordId }, who);
        await reopenSettledQuestions(tx, question);
      }
      await recordChange(app, tx, actor, {
        action: "link.undo",
        objectType: "link-question",
        objectId: question.id,
        operationId: input.operationId,
        details: { was: question.state, kind: question.kind, personId: question.personId },
      });
      const personIds = [question.personId, ...(question.otherPersonId ? [question.otherPersonId] : [])];
      await enqueue(app, tx, actor, { topic: "people.link", payload: { personIds } });
      return { outcome: "reopened", version: question.version + 1 };
    }),
  );
}
