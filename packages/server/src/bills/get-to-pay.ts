import { payByDay } from "@tuwai/domain/contributions";
import { type CivilDate, type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { read, type Step } from "#use-case";
import { type Bill, summedBills } from "./list-bills.ts";

/** What the city itself still has to pay of one month, and until when. */
export type ToPay = {
  readonly month: Month;
  readonly rupiah: number;
  readonly workers: number;
  /** Null where no law says a day for the month. */
  readonly until: CivilDate | null;
  /** Bills that BPJS has not written yet, so that nothing can be paid on them. */
  readonly unbilled: number;
};

/** Whose money goes through the city's treasurer: the city's own, and what is deducted from its civil servants. */
const ofCity: readonly Bill["fundSource"][] = ["apbd", "asn"];
const monthsLookedBack = 2;

/** What is owed of a bill and has not arrived, by the bill where there is one. */
export const openOf = ({ billed, owed, received, receivedOtherwise }: Bill): number =>
  Math.max(0, (billed ?? owed) - received - receivedOtherwise);

/**
 * The oldest of the last three months of which the city owes something that nobody has explained; else this month, with whatever
 * is still to follow.
 */
export const getToPay = read(
  { purpose: "bills-to-pay", permission: "bill.read" },
  async (step): Promise<ToPay> => {
    const now = monthOf(step.today);
    for (let back = monthsLookedBack; back > 0; back -= 1) {
      const before = await toPayOf(step, shiftMonth(now, -back));
      if (before.rupiah > 0) return before;
    }
    return toPayOf(step, now, true);
  },
);

async function toPayOf(step: Step, month: Month, withAnswered = false): Promise<ToPay> {
  const bills = (await summedBills(step, month)).filter(({ fundSource }) => ofCity.includes(fundSource));
  const open = bills.filter((bill) => (withAnswered || bill.state !== "answered") && openOf(bill) > 0);
  return {
    month,
    rupiah: open.reduce((sum, bill) => sum + openOf(bill), 0),
    workers: open.reduce((sum, { accepted }) => sum + accepted, 0),
    until: payByDay("bpu", month) ?? null,
    unbilled: open.filter(({ billed }) => billed === null).length,
  };
}
