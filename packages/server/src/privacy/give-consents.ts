import type { Step } from "#use-case";
import { insertConsents } from "./consent.store.ts";

type Declared = {
  readonly subjectType: "person" | "civil-servant";
  /** Left out where the subject belongs to no village's list. */
  readonly villageCode?: string;
  readonly purpose: string;
  /** Which wording was on the screen. */
  readonly textVersion: string;
};

/**
 * Records that these subjects agreed, each in a row of its own, with purpose and legal basis (UU 27/2022 art. 20(2)a); answers
 * the new rows' ids in the subjects' order.
 */
export async function giveConsents(
  step: Pick<Step, "tx" | "actor" | "now" | "newId">,
  subjectIds: readonly string[],
  declared: Declared,
): Promise<readonly string[]> {
  if (subjectIds.length === 0) return [];
  const { regionCode, userId: recordedBy } = step.actor;
  const consents = subjectIds.map((subjectId) => ({ id: step.newId(), subjectId }));
  await insertConsents(step.tx, consents, {
    villageCode: null,
    ...declared,
    regionCode,
    recordedBy,
    at: step.now,
  });
  return consents.map(({ id }) => id);
}
