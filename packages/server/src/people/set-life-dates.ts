import type { CivilDate } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { updateLifeDates } from "./person.store.ts";

export type LifeDates = { readonly diedOn: CivilDate | null; readonly movedOn: CivilDate | null };

/** The day a person died and the day one moved away; a null is not known, or no longer so. Judges anew who depends on it. */
export async function setLifeDates(step: Step, personId: string, dates: LifeDates): Promise<void> {
  await updateLifeDates(step.tx, personId, { ...dates, at: step.now });
  await step.follow("eligibility.judge", { personIds: [personId] });
}
