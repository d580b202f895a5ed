import { compareMoney, type DifferenceReason, type MoneyLine } from "@tuwai/domain/claims";
import type { Tx } from "#database";
import type { ClaimRow } from "./claim.store.ts";
import { listPayments } from "./claim-payment.store.ts";
import { listSteps } from "./claim-step.store.ts";

/** Expected against received of a case that was handed in, with what was said about each difference. */
export async function moneyOf(tx: Tx, row: ClaimRow): Promise<readonly MoneyLine[]> {
  const payments = await listPayments(tx, [row.id]);
  const explained = (await listSteps(tx, row.id)).flatMap(({ step, details }) =>
    step === "explain"
      ? [{ part: String(details["part"]), reason: details["reason"] as DifferenceReason }]
      : [],
  );
  return compareMoney(row.estimate, payments, explained);
}
