import type { Month } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { closeEnrolments } from "./enrolment.store.ts";

/**
 * Ends the open enrolments of these sponsorships. What was sent to BPJS ends with `month`, its first month at the earliest;
 * what was not sent never began.
 */
export async function endEnrolments(
  step: Step,
  of: { readonly sponsorshipIds: readonly string[] },
  month: Month,
): Promise<void> {
  const personIds = await closeEnrolments(step.tx, { ids: [], ...of }, month);
  if (personIds.length > 0) await step.follow("arrears.refresh", { personIds });
}

/** The same for enrolments that no sponsor pays. */
export async function endEnrolmentsOf(
  step: Pick<Step, "tx" | "follow">,
  enrolmentIds: readonly string[],
  month: Month,
): Promise<void> {
  const personIds = await closeEnrolments(step.tx, { ids: enrolmentIds, sponsorshipIds: [] }, month);
  if (personIds.length > 0) await step.follow("arrears.refresh", { personIds });
}
