import type { PriceOutcome } from "@tuwai/domain/contributions";
import type { Benefit, CoverExplanation, OwedMonth } from "@tuwai/domain/cover";
import { addDays, type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import type { FundSource } from "#contributions";

/** Why somebody may lose cover, as far as it is known. */
export type ArrearsCause = "payer-ended" | "underpaid" | "not-received";

/** `nobody`: no enrolment of ours ever paid; BPJS's own list knows the worker. */
export type ArrearsPayer = FundSource | "nobody";

/** Days for which a lapsed worker stays on the board. */
export const daysShownAfterEnd = 90;

export type Payer = {
  readonly fundSource: FundSource;
  /** First month nobody pays; null while somebody should. */
  readonly until: Month | null;
};

export type JudgedArrears = {
  readonly cause: ArrearsCause;
  readonly state: CoverExplanation["state"];
  readonly fundSource: ArrearsPayer;
  /** First day of the first month nobody pays. */
  readonly payerUntil: CivilDate | null;
  readonly owedMonths: number;
  /** Null where no price is known for a month. */
  readonly arrearsRupiah: number | null;
  readonly naturalRupiah: number;
  readonly accidentRupiah: number;
  readonly paidUntil: CivilDate;
} & (LapsingDays | VillageDays);

/** Membership that unpaid months end. */
type LapsingDays = {
  readonly safeRescueDay: CivilDate;
  readonly lastRescueDay: CivilDate;
  readonly endsOn: CivilDate;
  readonly dueOn: null;
};

/** A village that owes for its officers: nobody lapses, and the oldest month should have been paid by that day. */
type VillageDays = {
  readonly safeRescueDay: null;
  readonly lastRescueDay: null;
  readonly endsOn: null;
  readonly dueOn: CivilDate;
};

/**
 * What the board says of one worker on a day; null for whoever is in order with somebody to pay, has died, never became a
 * participant, or lapsed long ago.
 */
export function judgeArrears(
  explanation: Pick<CoverExplanation, "state" | "dates" | "owed" | "ifDeath">,
  payer: Payer | undefined,
  on: CivilDate,
  priceOf: (month: Month) => PriceOutcome | undefined,
): JudgedArrears | null {
  const { state, owed, ifDeath } = explanation;
  const { paidUntil } = explanation.dates;
  const days = daysOf(explanation);
  if (paidUntil === null || days === null) return null;
  if (state === "died" || state === "not-registered" || state === "listed") return null;
  const isOver = days.endsOn !== null && days.endsOn <= on;
  if (isOver && days.endsOn <= addDays(on, -daysShownAfterEnd)) return null;
  const hasPayer = payer !== undefined && payer.until === null;
  if (!isOver && hasPayer && owed.length === 0) return null;
  return {
    cause: hasPayer ? (owed.some(({ paid }) => paid > 0) ? "underpaid" : "not-received") : "payer-ended",
    state,
    fundSource: payer?.fundSource ?? "nobody",
    payerUntil: payer?.until == null ? null : firstDay(payer.until),
    owedMonths: owed.length,
    arrearsRupiah: arrearsOf(owed, priceOf),
    naturalRupiah: worthOf(ifDeath.natural),
    accidentRupiah: worthOf(ifDeath.workAccident),
    paidUntil,
    ...days,
  };
}

function daysOf({
  state,
  dates,
}: Pick<CoverExplanation, "state" | "dates">): LapsingDays | VillageDays | null {
  const { safeRescueDay, lastRescueDay, endsOn, dueOn } = dates;
  if (state === "village-owes")
    return dueOn === null ? null : { safeRescueDay: null, lastRescueDay: null, endsOn: null, dueOn };
  if (safeRescueDay === null || lastRescueDay === null || endsOn === null) return null;
  return { safeRescueDay, lastRescueDay, endsOn, dueOn: null };
}

function arrearsOf(
  owed: readonly OwedMonth[],
  priceOf: (month: Month) => PriceOutcome | undefined,
): number | null {
  let sum = 0;
  for (const { month, paid } of owed) {
    const answer = priceOf(month);
    if (answer?.outcome !== "priced") return null;
    sum += Math.max(0, answer.price.total - paid);
  }
  return sum;
}

/** What is due once nothing is owed: the law leaves open what a death in arrears brings. */
const worthOf = ({ amount, ifSettled }: Benefit): number => amount ?? ifSettled ?? 0;
