import { fractionOf, rupiah, type Rupiah } from "#money";
import { type CivilDate, type Month, monthOf } from "#time";
import { costCapOn } from "./alms-law.ts";
import { almsAccount, type AlmsKind, type AlmsPosting } from "./alms-event.ts";

/** An entry as it stands in the books of alms; a reversal carries the kind of what it mirrors. */
export type AlmsFact = {
  readonly kind: AlmsKind;
  readonly isReversal: boolean;
  readonly on: CivilDate;
  readonly lines: readonly AlmsPosting[];
};

/** What is in the fund of a campaign: neither promised to a round nor spent. */
export function fundBalance(facts: readonly AlmsFact[], campaign: string): Rupiah {
  return balanceOf(facts, almsAccount("dana", campaign));
}

function balanceOf(facts: readonly AlmsFact[], account: string): Rupiah {
  const lines = facts.flatMap(({ lines: all }) => all).filter((line) => line.account === account);
  return rupiah(-lines.reduce((sum, { amount }) => sum + amount, 0));
}

/** A month of a fund. What was there before stands apart from what came in: it is no gift of this month. */
export type FundMonth = {
  readonly opening: Rupiah;
  readonly received: Rupiah;
  /** Paid to children, less what came back. */
  readonly distributed: Rupiah;
  readonly costs: Rupiah;
  /** opening + received − distributed − costs: what the holder still has for the children, promised to a round or not. */
  readonly left: Rupiah;
};

const groups: Readonly<Partial<Record<AlmsKind, "received" | "distributed" | "costs">>> = {
  receive: "received",
  "take-over": "received",
  identify: "received",
  "pay-out": "distributed",
  "come-back": "distributed",
  cost: "costs",
};

/** The sums of a month by the day the money moved. */
export function fundMonth(facts: readonly AlmsFact[], month: Month): FundMonth {
  const before = facts.filter(({ on }) => monthOf(on) < month);
  const within = sumsOf(facts.filter(({ on }) => monthOf(on) === month));
  const opening = leftOf(sumsOf(before));
  return { opening, ...within, left: rupiah(opening + leftOf(within)) };
}

type Sums = Pick<FundMonth, "received" | "distributed" | "costs">;

const leftOf = ({ received, distributed, costs }: Sums): Rupiah => rupiah(received - distributed - costs);

function sumsOf(facts: readonly AlmsFact[]): Sums {
  const sums = { received: 0, distributed: 0, costs: 0 };
  for (const { kind, isReversal, lines } of facts) {
    const group = groups[kind];
    if (group === undefined) continue;
    const size = lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
    const sign = isReversal !== (kind === "come-back") ? -1 : 1;
    sums[group] += sign * size;
  }
  return {
    received: rupiah(sums.received),
    distributed: rupiah(sums.distributed),
    costs: rupiah(sums.costs),
  };
}

type Spent = { readonly received: Rupiah; readonly costs: Rupiah };

/** What may still be spent on costs: the cap of the day on everything received, less what was spent. Never below zero. */
export function costRoom({ received, costs }: Spent, on: CivilDate): Rupiah {
  // Half a rupiah is never rounded up into the cap.
  const most = Math.floor((Math.max(received, 0) * costCapOn(on).permille) / 1000);
  return rupiah(Math.max(0, most - costs));
}

/** Costs in thousandths of what was received; 0 where nothing was. */
export const costShare = ({ received, costs }: Spent): number =>
  received <= 0 ? 0 : fractionOf(costs, 1000, received);
