import type { Step } from "#use-case";
import { moveEnrolments } from "./enrolment.store.ts";
import type { EnrolmentState } from "./listed-enrolment.view.ts";

/** Moves enrolments from one state to the next; answers how many were in it. */
export function advanceEnrolments(
  { tx }: Pick<Step, "tx">,
  enrolmentIds: readonly string[],
  states: { readonly from: EnrolmentState; readonly to: EnrolmentState },
): Promise<number> {
  return moveEnrolments(tx, enrolmentIds, states);
}
