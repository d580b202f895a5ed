import { may } from "#access";
import { giveConsents, listWithoutConsent } from "#privacy";
import type { Step } from "#use-case";

/**
 * Records the consent that a proposal declares: one for each of these persons who has none yet (UU 27/2022 art. 20), and has
 * the village judged again with them. Answers how many; null when it was not declared: nobody's consent is taken for granted,
 * not by leaving the declaration out, nor by who may not record one. Such a list must be one on which all agreed before.
 */
export async function recordDeclaredConsent(
  step: Step,
  declared: { readonly villageCode: string; readonly textVersion: string | undefined },
  personIds: readonly string[],
): Promise<number | null> {
  const toRecord = await listWithoutConsent(step.tx, personIds);
  const textVersion = declared.textVersion?.trim() ?? "";
  const isDeclared = may(step.actor, "consent.record") ? textVersion !== "" : toRecord.length === 0;
  if (!isDeclared) return null;
  if (toRecord.length === 0) return 0;
  const { villageCode } = declared;
  await giveConsents(step, toRecord, {
    subjectType: "person",
    villageCode,
    purpose: "enrolment",
    textVersion,
  });
  await step.follow("eligibility.judge", { villageCode });
  return toRecord.length;
}
