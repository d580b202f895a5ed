import { payByDay } from "@tuwai/domain/contributions";
import { type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { type Ask, callSources } from "#calls";
import type { Step } from "#use-case";
import { openOf } from "./get-to-pay.ts";
import { type Bill, summedBills } from "./list-bills.ts";

const others: readonly Bill["fundSource"][] = ["apbdes", "csr", "bumdes"];
const monthsLookedBack = 2;

/** Payers other than the city whose month is over its last day and has not arrived; the oldest month first, then the largest sum. */
async function latePayers(step: Step): Promise<readonly Ask[]> {
  const now = monthOf(step.today);
  const asks: Ask[] = [];
  for (let back = monthsLookedBack; back >= 0; back -= 1)
    asks.push(...(await lateIn(step, shiftMonth(now, -back))));
  return asks;
}

async function lateIn(step: Step, month: Month): Promise<readonly Ask[]> {
  const bills = await summedBills(step, month);
  return bills
    .filter(({ fundSource, accepted }) => others.includes(fundSource) && accepted > 0)
    .map((bill) => ({ bill, rupiah: openOf(bill), on: payByDay(bill.segment, month) ?? null }))
    .filter(({ rupiah, on }) => rupiah > 0 && on !== null && on < step.today)
    .toSorted((a, b) => b.rupiah - a.rupiah)
    .map(({ bill: { villageCode, fundSource }, rupiah, on }) => ({
      who: villageCode === null ? { payer: fundSource } : { villageCode },
      month,
      count: null,
      rupiah,
      on,
      since: null,
      isUrgent: false,
    }));
}

export const billCalls = callSources({
  code: "bill-late",
  urgency: 20,
  permission: "bill.read",
  find: latePayers,
});
