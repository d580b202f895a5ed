import type { CivilDate, Month } from "#time";
import { monthOf } from "#time";
import type { PriceOutcome, PricePart } from "./price-of.ts";

/** Whose turn a month is: an enrolment that BPJS has accepted, and the price of this month for it. */
export type PayingEnrolment = {
  readonly enrolmentId: string;
  readonly fromMonth: Month;
  /** First month this payer no longer pays. */
  readonly untilMonth: Month | null;
  readonly acceptedOn: CivilDate;
  readonly price: PriceOutcome;
};

/** What is owed already for this worker and month. */
export type StandingObligation = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly programme: string;
  readonly amountRupiah: number;
  /** Whether BPJS confirmed the month: what is paid is never touched again. */
  readonly isPaid: boolean;
  /** Whether its packet lies at BPJS without an answer: until there is one, what the packet made owed stands. */
  readonly isAwaited: boolean;
};

export type MonthFacts = {
  readonly month: Month;
  readonly diedOn: CivilDate | null;
  /** First month of a job with a wage, whose employer pays. */
  readonly formalFrom: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  readonly enrolments: readonly PayingEnrolment[];
  readonly standing: readonly StandingObligation[];
  /** Obligations made for this worker today, for whatever month. */
  readonly madeToday: number;
};

/** `two-payers`: who owes the month contradicts; `no-rate`: no row of law covers it; `too-many`: a bound on one worker and day. */
export type ParkReason = "two-payers" | "no-rate" | "too-many";
/** Why an obligation falls away: nobody pays any more, somebody else does, or the price is another. */
export type ReversalReason =
  | "ended"
  | "died"
  | "formal-job"
  | "withdrawn"
  | "payer-changed"
  | "price-changed";

export type MonthPlan = {
  /** Parts of the price that are not owed yet, and the enrolment that owes them. */
  readonly add: readonly { readonly enrolmentId: string; readonly part: PricePart }[];
  readonly reverse: readonly { readonly id: string; readonly reason: ReversalReason }[];
  readonly parked: ParkReason | null;
};

/** Most new obligations of one worker in one day: a year of three programmes. Beyond it something is wrong with the run. */
export const mostPerDay = 36;

const nothing: MonthPlan = { add: [], reverse: [], parked: null };

/**
 * What has to change so that exactly this is owed for one worker and month: by the one payer whose turn it is, at the price by law.
 * Applied and asked again the answer is nothing. A paid month stays as it was paid; contradictions are parked for a person.
 */
export function planMonth(facts: MonthFacts): MonthPlan {
  if (facts.standing.some(({ isPaid }) => isPaid)) return nothing;
  const stop = stopOf(facts);
  const payers = stop === null ? facts.enrolments.filter((one) => pays(one, facts.month)) : [];
  const [payer, other] = payers;
  if (other !== undefined) return { ...nothing, parked: "two-payers" };
  const awaited = facts.standing.filter(({ isAwaited }) => isAwaited);
  if (payer === undefined) {
    const owedByNobody =
      stop === null ? facts.standing.filter(({ isAwaited }) => !isAwaited) : facts.standing;
    return { ...nothing, reverse: withdraw(owedByNobody, stop ?? "ended") };
  }
  if (awaited.length > 0) return { ...nothing, parked: "two-payers" };
  if (payer.price.outcome === "no-rate") return { ...nothing, parked: "no-rate" };
  const { parts } = payer.price.price;
  const { enrolmentId } = payer;
  const isRight = (one: StandingObligation) =>
    one.enrolmentId === enrolmentId &&
    parts.some(({ programme, amount }) => one.programme === programme && one.amountRupiah === amount);
  const right = facts.standing.filter(isRight);
  const add = parts
    .filter(({ programme }) => !right.some((one) => one.programme === programme))
    .map((part) => ({ enrolmentId, part }));
  if (add.length > 0 && facts.madeToday + add.length > mostPerDay) return { ...nothing, parked: "too-many" };
  const reverse = facts.standing
    .filter((one) => !isRight(one))
    .map((one) => ({
      id: one.id,
      reason: one.enrolmentId === enrolmentId ? ("price-changed" as const) : ("payer-changed" as const),
    }));
  return { add, reverse, parked: null };
}

/** An enrolment pays from its first month, not before BPJS accepted the worker, until another pays. */
function pays({ fromMonth, untilMonth, acceptedOn }: PayingEnrolment, month: Month): boolean {
  return fromMonth <= month && monthOf(acceptedOn) <= month && (untilMonth === null || month < untilMonth);
}

/** What ends everybody's turn: the month of a death is still owed, the months after it are not. */
function stopOf({ month, diedOn, formalFrom, withdrawnOn }: MonthFacts): ReversalReason | null {
  if (diedOn !== null && monthOf(diedOn) < month) return "died";
  if (formalFrom !== null && monthOf(formalFrom) < month) return "formal-job";
  return withdrawnOn !== null && monthOf(withdrawnOn) < month ? "withdrawn" : null;
}

function withdraw(standing: readonly StandingObligation[], reason: ReversalReason): MonthPlan["reverse"] {
  return standing.map(({ id }) => ({ id, reason }));
}
