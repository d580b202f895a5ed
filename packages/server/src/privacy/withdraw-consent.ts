import type { Step } from "#use-case";
import { markWithdrawn } from "./consent.store.ts";

/** From now on nothing rests on this consent; what was done under it stays (UU 27/2022 art. 9). */
export function withdrawConsent(step: Step, consentId: string): Promise<void> {
  return markWithdrawn(step.tx, consentId, step.now);
}
