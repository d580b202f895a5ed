import { sampleAnswers } from "@tuwai/domain/link-samples";
import { AppError, isUuid } from "#app";
import { type ComparedPair, showPair } from "#link-review";
import { change, type Operation, read } from "#use-case";
import {
  clearLastAnswer,
  countOpenPairs,
  findNextPair,
  hasAnswered,
  setAnswer,
} from "./link-sample.store.ts";

/** A pair as it is shown to whoever answers: nothing of what the machine thinks. */
export type BlindPair = ComparedPair & { readonly id: string };

type NextPair = { readonly pair: BlindPair | null; readonly open: number; readonly mayUndo: boolean };

/** The next pair of the samples and how many wait; null when none does. */
export const nextSamplePair = read(
  { purpose: "link-sample-pair", permission: "link_review.decide" },
  async (step): Promise<NextPair> => {
    const open = await countOpenPairs(step.tx, step.area);
    const mayUndo = await hasAnswered(step);
    const next = await findNextPair(step.tx, step.area);
    if (next === undefined) return { pair: null, open, mayUndo };
    return { pair: { id: next.id, ...(await showPair(step, next)) }, open, mayUndo };
  },
);

export type SampleAnswerOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("without-answer" | "answered-already")[] };

/** Answers one pair; links nobody and parts nobody. */
export const answerSamplePair = change(
  { name: "link-sample.answer", permission: "link_review.decide" },
  async (
    step,
    input: Operation & { readonly samplePairId: string; readonly answer: string },
  ): Promise<SampleAnswerOutcome> => {
    const answer = sampleAnswers.find((known) => known === input.answer);
    if (!isUuid(input.samplePairId)) throw new AppError("not-found");
    if (answer === undefined) return step.unchanged({ outcome: "refused", reasons: ["without-answer"] });
    if (!(await setAnswer(step, input.samplePairId, answer)))
      return step.unchanged({ outcome: "refused", reasons: ["answered-already"] });
    await step.audit({ objectType: "link-sample", objectId: input.samplePairId, details: { answer } });
    return { outcome: "answered" };
  },
);

/** Takes back the actor's own last answer, so that the pair is asked again. Throws `not-found` where there is none. */
export const undoSampleAnswer = change(
  { name: "link-sample.undo", permission: "link_review.decide" },
  async (step, _input: Operation): Promise<{ readonly outcome: "undone" }> => {
    const pairId = await clearLastAnswer(step);
    if (pairId === undefined) throw new AppError("not-found");
    await step.audit({ objectType: "link-sample", objectId: pairId, details: {} });
    return { outcome: "undone" };
  },
);
