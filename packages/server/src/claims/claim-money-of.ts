import { compareMoney, type DifferenceReason, type Estimate, type MoneyLine } from "@tuwai/domain/claims";
import type { Payment } from "./claim-payment.store.ts";
import type { StepRow } from "./claim-step.store.ts";

/** Expected against received of a case, with what was said about each difference. */
export function moneyOf(
  estimate: Estimate | null,
  payments: readonly Payment[],
  steps: readonly Pick<StepRow, "step" | "details">[],
): readonly MoneyLine[] {
  const explained = steps.flatMap(({ step, details }) =>
    step === "explain"
      ? [{ part: String(details["part"]), reason: details["reason"] as DifferenceReason }]
      : [],
  );
  return compareMoney(estimate, payments, explained);
}
