import type { Month } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { closeEnrolments, closeReady } from "./enrolment.store.ts";

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

/** Takes back enrolments that were in no packet yet; answers which. */
export async function withdrawReady(
  step: Pick<Step, "tx" | "follow">,
  enrolmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const closed = await closeReady(step.tx, enrolmentIds);
  const personIds = closed.map(({ personId }) => personId);
  if (personIds.length > 0) await step.follow("arrears.refresh", { personIds });
  return new Set(closed.map(({ id }) => id));
}
