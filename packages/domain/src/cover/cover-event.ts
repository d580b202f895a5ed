import type { Programme, Segment } from "#contributions";
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
};

/** BPJS took the worker in: cover and membership begin on this day. */
export type Accepted = Recorded & { type: "accepted"; on: CivilDate };

export type Rejected = Recorded & { type: "rejected"; on: CivilDate; reason?: string | undefined };

/** The contribution of `month` reached BPJS on `on`. */
export type Paid = Recorded & { type: "paid"; month: Month; on: CivilDate; payer?: string | undefined };

/** The latest standing payment of `month` (of that payer, when named) turned out void. */
export type Reversed = Recorded & {
  type: "reversed";
  month: Month;
  on: CivilDate;
  payer?: string | undefined;
};

/** What a membership list of BPJS says of the worker, and the day it speaks of. */
export type Listed = Recorded & { type: "listed"; status: "active" | "inactive"; asOf: CivilDate };

/** `cause` is free text; "work-accident" is the one that matters for the claim. */
export type Died = Recorded & { type: "died"; on: CivilDate; cause?: string | undefined };

/** An accident at work, a move out of the city, a job with a wage: facts to ask about, without effect on the clock. */
export type Noted = Recorded & { type: "accident" | "moved" | "formal-job"; on: CivilDate };

/** One piece of evidence about one worker. Events are never changed, only followed by others. */
export type CoverEvent = Registered | Accepted | Rejected | Paid | Reversed | Listed | Died | Noted;

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
