import { type Actor, type App, AppError, readNote } from "#app";
import { type Area, areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { lockLinks } from "#linking";
import { enqueue } from "#work";
import {
  insertDecidedLink,
  insertDecision,
  listLinkObstacles,
  updateQuestionState,
  withdrawSettledQuestions,
} from "./decision.store.ts";
import { findQuestion, type QuestionRow } from "./question-detail.store.ts";
import { staleQuestion } from "./stale-question.ts";

export type Verdict = "same" | "different" | "unsure";

export type LinkDecision = {
  readonly operationId: string;
  readonly questionId: string;
  /** The version the answer was given on. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly reason?: string;
};

export type LinkDecisionOutcome =
  | { readonly outcome: "decided"; readonly state: Verdict; readonly version: number }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("already-answered" | "withdrawn" | "person-has-link" | "record-has-link")[];
    };

/**
 * Answers a question. "same" links person and record (or marks two persons as one), "different" and "unsure" keep the
 * machine from ever linking the pair. Throws `not-found`, and `stale` with the first decider's answer in its details.
 */
export async function decideLink(app: App, actor: Actor, input: LinkDecision): Promise<LinkDecisionOutcome> {
  const area = areaOf(actor, authorise(actor, "link_review.decide"));
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "link.decide", request: input }, async () => {
      await lockLinks(tx);
      const question = await findQuestion(tx, area, input.questionId);
      if (!question) throw new AppError("not-found");
      if (question.version !== input.version) throw staleQuestion(question);
      const reasons = await refusalsOf(tx, question, input.verdict);
      if (reasons.length > 0) return { outcome: "refused", reasons };
      await apply(app, tx, { actor, area, question, input });
      return { outcome: "decided", state: input.verdict, version: question.version + 1 };
    }),
  );
}

type Refusals = Extract<LinkDecisionOutcome, { outcome: "refused" }>["reasons"];

async function refusalsOf(tx: Tx, question: QuestionRow, verdict: Verdict): Promise<Refusals> {
  if (question.state === "withdrawn") return ["withdrawn"];
  if (question.state === "same" || question.state === "different") return ["already-answered"];
  if (verdict !== "same" || question.recordId === null) return [];
  return listLinkObstacles(tx, question);
}

async function apply(
  app: App,
  tx: Tx,
  decision: {
    readonly actor: Actor;
    readonly area: Area;
    readonly question: QuestionRow;
    readonly input: LinkDecision;
  },
): Promise<void> {
  const { actor, area, question, input } = decision;
  const who = { actorId: actor.userId, reason: readNote(input.reason), at: app.clock.now() };
  const isCurrent = await updateQuestionState(tx, question, { ...who, state: input.verdict });
  if (!isCurrent) throw staleQuestion((await findQuestion(tx, area, question.id))!);
  await insertDecision(tx, {
    ...who,
    regionCode: actor.regionCode,
    id: app.newId(),
    questionId: question.id,
    verdict: input.verdict,
  });
  const isLink = input.verdict === "same" && question.recordId !== null;
  if (isLink) {
    const isMade = await insertDecidedLink(tx, {
      id: app.newId(),
      question,
      actorId: actor.userId,
      at: who.at,
    });
    if (!isMade) throw new AppError("conflict", { reason: "side-is-taken-or-gone" });
    await withdrawSettledQuestions(tx, question, who.at);
  }
  await recordChange(app, tx, actor, {
    action: "link.decide",
    objectType: "link-question",
    objectId: question.id,
    operationId: input.operationId,
    details: { verdict: input.verdict, kind: question.kind, personId: question.personId },
  });
  const { personId, otherPersonId } = question;
  await enqueue(app, tx, actor, {
    topic: "people.link",
    payload: {
      personIds: otherPersonId === null ? [personId] : [personId, otherPersonId],
      relink: otherPersonId !== null && input.verdict === "same",
    },
  });
}
