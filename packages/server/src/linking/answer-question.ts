import type { Step } from "#use-case";
import {
  type AskedPair,
  insertQuestionOfLink,
  type QuestionState,
  reopenSettledQuestions,
  updateQuestionState,
  withdrawSettledQuestions,
} from "./answer.store.ts";
import { insertDecidedLink, markLinkEnded } from "./link.store.ts";
import { isPairAlive } from "./living.view.ts";

type Answer = { readonly state: QuestionState; readonly reason: string | null };

/** Sets a person's answer, or reopens, if the question is still at this version; says whether it was. */
export function answerQuestion(
  step: Step,
  question: { readonly id: string; readonly version: number },
  answer: Answer,
): Promise<boolean> {
  return updateQuestionState(step.tx, question, { ...answer, actorId: step.actor.userId, at: step.now });
}

/**
 * Links person and record of a question by a person's word, and withdraws the questions that this settles. Says whether
 * it could: not when either side is gone or taken.
 */
export async function linkByDecision(step: Step, question: AskedPair): Promise<boolean> {
  if (!(await isPairAlive(step.tx, question))) return false;
  const link = { id: step.newId(), questionId: question.id, actorId: step.actor.userId, at: step.now };
  if (!(await insertDecidedLink(step.tx, link))) return false;
  await withdrawSettledQuestions(step.tx, question, step.now);
  return true;
}

/** Ends the link that an answer made, and asks again what it had settled. */
export async function unlinkByDecision(
  step: Step,
  question: AskedPair & { readonly recordId: string },
): Promise<void> {
  await endLink(step, question);
  await reopenSettledQuestions(step.tx, question);
}

/** Ends a live link by a person's word; says whether there was one. */
export function endLink(
  step: Step,
  pair: { readonly personId: string; readonly recordId: string },
): Promise<boolean> {
  return markLinkEnded(step.tx, pair, { actorId: step.actor.userId, at: step.now });
}

/** The question of a link the machine made without asking; answers its id. */
export async function askAboutLink(step: Step, linkId: string): Promise<string> {
  const questionId = step.newId();
  await insertQuestionOfLink(step.tx, questionId, linkId);
  return questionId;
}
