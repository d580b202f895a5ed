import type { Step } from "#use-case";
import { listLivingPlaces } from "./living.view.ts";
import { insertQuestions, type NewQuestion, reopenQuestions } from "./question.store.ts";

/** Asks what was not asked yet, and asks again what the machine itself had withdrawn. Answers how many were asked. */
export async function askQuestions(
  step: Step,
  kind: string,
  questions: readonly NewQuestion[],
): Promise<number> {
  if (questions.length === 0) return 0;
  const personIds = questions.map(({ personId }) => personId);
  const places = await listLivingPlaces(step.tx, personIds);
  const placed = questions.flatMap((question) => {
    const place = places.get(question.personId);
    return place === undefined ? [] : [{ ...question, ...place }];
  });
  const asked = await insertQuestions(step.tx, { regionCode: step.actor.regionCode, kind }, placed);
  return asked + (await reopenQuestions(step.tx, questions));
}
