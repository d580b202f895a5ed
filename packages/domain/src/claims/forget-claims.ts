import { addMonths, type CivilDate } from "#time";
import type { ClaimState } from "./claim-steps.ts";

/** A claim lapses after five years; half a year more, as it may be on its way (reliability.md G.3, until the archive schedule decides). */
export const keptMonths = 5 * 12 + 6;
/** What was no case is needed only by whoever asks why it was none. */
const monthsAfterWithdrawal = 12;

/** The day from which the file of a case is forgotten; null while it is open. `stateSince` is the day on which its state began. */
export function forgetFileFrom(claim: {
  readonly state: ClaimState;
  readonly stateSince: CivilDate;
}): CivilDate | null {
  if (claim.state === "closed") return addMonths(claim.stateSince, keptMonths);
  return claim.state === "withdrawn" ? addMonths(claim.stateSince, monthsAfterWithdrawal) : null;
}
