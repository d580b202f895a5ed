import { AppError, readNote } from "#app";
import { answerQuestion, linkByDecision, lockLinks } from "#linking";
import { change, type Operation, type Step } from "#use-case";
import { insertDecision } from "./decision.store.ts";
import { listLinkObstacles } from "./link.view.ts";
import { findQuestion, type QuestionRow } from "./question-detail.view.ts";
import { staleQuestion } from "./stale-question.ts";

export type Verdict = "same" | "different" | "unsure";

export type LinkDecision = Operation & {
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
export const decideLink = change(
  { name: "link.decide", permission: "link_review.decide" },
  async (step, input: LinkDecision): Promise<LinkDecisionOutcome> => {
    await lockLinks(step.tx);
    const question = await findQuestion(step.tx, step.area, input.questionId);
    if (!question) throw new AppError("not-found");
    if (question.version !== input.version) throw staleQuestion(question);
    const reasons = await refusalsOf(step, question, input.verdict);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await apply(step, question, input);
    return { outcome: "decided", state: input.verdict, version: question.version + 1 };
  },
);

type Refusals = Extract<LinkDecisionOutcome, { outcome: "refused" }>["reasons"];

async function refusalsOf({ tx }: Step, question: QuestionRow, verdict: Verdict): Promise<Refusals> {
  if (question.state === "withdrawn") return ["withdrawn"];
  if (question.state === "same" || question.state === "different") return ["already-answered"];
  if (verdict !== "same" || question.recordId === null) return [];
  return listLinkObstacles(tx, question);
}

async function apply(step: Step, question: QuestionRow, input: LinkDecision): Promise<void> {
  const { verdict } = input;
  const reason = readNote(input.reason);
  if (!(await answerQuestion(step, question, { state: verdict, reason })))
    throw staleQuestion((await findQuestion(step.tx, step.area, question.id))!);
  await insertDecision(step.tx, {
    reason,
    regionCode: step.actor.regionCode,
    id: step.newId(),
    questionId: question.id,
    verdict,
    actorId: step.actor.userId,
    at: step.now,
  });
  const isLink = verdict === "same" && question.recordId !== null;
  if (isLink && !(await linkByDecision(step, question)))
    throw new AppError("conflict", { reason: "side-is-taken-or-gone" });
  const { kind, personId, otherPersonId } = question;
  await step.audit({
    objectType: "link-question",
    objectId: question.id,
    details: { verdict, kind, personId },
  });
  await step.follow("people.link", {
    personIds: otherPersonId === null ? [personId] : [personId, otherPersonId],
    relink: otherPersonId !== null && verdict === "same",
  });
}
