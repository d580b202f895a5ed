import type { ReportedWage } from "@tuwai/domain/contributions";
import type { Step } from "#use-case";
import { updateWages } from "./enrolment.store.ts";

/** Writes the wages reported of officers, oldest first; their months are priced by them from the next run on. */
export function changeWages(
  { tx }: Pick<Step, "tx">,
  reports: readonly { readonly enrolmentId: string; readonly wages: readonly ReportedWage[] }[],
): Promise<void> {
  return updateWages(tx, reports);
}
