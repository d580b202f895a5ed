import type { CoverExplanation } from "@tuwai/domain/cover";
import type { Step } from "#use-case";
import { type CoverSubject, listKept, listSubjects } from "./cover-subject.view.ts";
import { readCoverSettings } from "./read-cover-settings.ts";
import { explainSubjects } from "./refresh-cover.ts";

export type ExplainedPerson = { readonly subject: CoverSubject; readonly explanation: CoverExplanation };

/** For work of the city itself: the cover of these persons today, or of those they were merged into; without evidence, nothing. */
export async function explainPersons(
  { tx, actor, today }: Pick<Step, "tx" | "actor" | "today">,
  personIds: readonly string[],
): Promise<readonly ExplainedPerson[]> {
  const subjects = await listSubjects(tx, await listKept(tx, personIds));
  const settings = await readCoverSettings(tx, actor.regionCode);
  const answers = await explainSubjects(tx, subjects, today, settings);
  return subjects.flatMap((subject) => {
    const explanation = answers.get(subject.id);
    return explanation === undefined ? [] : [{ subject, explanation }];
  });
}
