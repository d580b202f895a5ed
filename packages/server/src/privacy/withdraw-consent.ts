import type { Step } from "#use-case";
import { markPersonWithdrawn, markWithdrawn, unmarkWithdrawn } from "./consent.store.ts";

/** From now on nothing rests on this consent; what was done under it stays (UU 27/2022 art. 9). */
export function withdrawConsent(step: Step, consentId: string): Promise<void> {
  return markWithdrawn(step.tx, consentId, step.now);
}

/** The same of all that a worker agreed to. Answers how many consents had stood. */
export function withdrawConsentsOf(step: Step, personId: string): Promise<number> {
  return markPersonWithdrawn(step.tx, personId, step.now);
}

/** Takes a withdrawal back that was recorded by mistake: what stood before that moment stands again. */
export function restoreConsentsOf(step: Step, personId: string, withdrawnAt: Date): Promise<void> {
  return unmarkWithdrawn(step.tx, personId, withdrawnAt);
}
