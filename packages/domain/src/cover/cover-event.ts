import type { Programme, Sector, Segment } from "#contributions";
import type { CivilDate, Month } from "#time";

/** When the system learnt of the event: a UTC instant "2025-04-24T03:00:00Z". Decides between events of one day. */
type Recorded = { recordedAt?: string | undefined };

/** Sent to BPJS. `baseRupiah` is the wage base of the accident benefit; without it the minimum of 1,000,000. */
export type Registered = Recorded & {
  type: "registered";
  on: CivilDate;
  wadah?: string | undefined;
  payer?: string | undefined;
  programmes?: readonly Programme[] | undefined;
  baseRupiah?: number | undefined;
  /** Which relief the price has; `other` where nobody says. */
  sector?: Sector | undefined;
  /** As what BPJS is asked to take the worker in; where nobody says, that of the whole input. */
  segment?: Segment | undefined;
};

/** BPJS took the worker in: cover and membership begin on this day. */
export type Accepted = Recorded & { type: "accepted"; on: CivilDate };

export type Rejected = Recorded & { type: "rejected"; on: CivilDate; reason?: string | undefined };

/**
 * The contribution of `month` reached BPJS on `on`; of all months to `until` in one payment, when that is said. `amount` is
 * whole rupiah for all of them, and `expected` what one month was owed by an obligation of our own, where there was one.
 */
export type Paid = Recorded & {
  type: "paid";
  month: Month;
  until?: Month | undefined;
  on: CivilDate;
  payer?: string | undefined;
  amount?: number | undefined;
  expected?: number | undefined;
};

/** The latest standing payment of `month` (of each month to `until`; of that payer, when named) turned out void. */
export type Reversed = Recorded & {
  type: "reversed";
  month: Month;
  until?: Month | undefined;
  on: CivilDate;
  payer?: string | undefined;
};

/** What a membership list of BPJS says of the worker, and the day it speaks of. */
export type Listed = Recorded & { type: "listed"; status: "active" | "inactive"; asOf: CivilDate };

/** `cause` is free text. `accidentOn` is the day of the accident at work it followed, when that is known. */
export type Died = Recorded & {
  type: "died";
  on: CivilDate;
  cause?: string | undefined;
  accidentOn?: CivilDate | undefined;
};

/** An accident at work, a move out of the city, a job with a wage: facts to ask about, without effect on the clock. */
export type Noted = Recorded & { type: "accident" | "moved" | "formal-job"; on: CivilDate };

/** The last day in an office whose employer paid: from the month after it nobody owes for the worker. */
export type Left = Recorded & { type: "left"; on: CivilDate };

/** What an employer reports as the wage from a month on (`on`, its first day): the base of benefits from then. */
export type WageReported = Recorded & { type: "wage"; on: CivilDate; baseRupiah: number };

/** One piece of evidence about one worker. Events are never changed, only followed by others. */
export type CoverEvent =
  | Registered
  | Accepted
  | Rejected
  | Paid
  | Reversed
  | Listed
  | Died
  | Left
  | WageReported
  | Noted;

/** Everything the cover clock needs to know about one worker. */
export type CoverInput = {
  segment: Segment;
  person: { birthDate?: CivilDate | undefined };
  events: readonly CoverEvent[];
};

/** The day from which the event counts. */
export function effectiveOn(event: CoverEvent): CivilDate {
  return event.type === "listed" ? event.asOf : event.on;
}
