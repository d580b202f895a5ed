import type { Segment } from "#contributions";
import { monthIndex, monthOf, type CivilDate } from "#time";
import { effectiveOn, type CoverEvent, type CoverInput, type Died, type Registered } from "./cover-event.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { orderEvents } from "./order-events.ts";
import { standingPayments, type StandingPayments } from "./standing-payments.ts";

/** Unbroken membership. Months are `monthIndex` numbers, so that a hundred thousand workers fold quickly. */
export type Spell = {
  /** Acceptance by BPJS, or the first list that shows a worker of whose acceptance nothing is known. */
  from: CivilDate;
  openedBy: "accepted" | "listed";
  firstMonth: number;
  /** First month outside the spell, if nothing more is paid than is known. Absent when unpaid months never end it. */
  endMonth: number | undefined;
  registration: Registered | undefined;
};

/** What the evidence known on a day says about one worker. Everything shown about cover is read from here. */
export type CoverFold = {
  segment: Segment;
  /** The last day of evidence: the day asked about, or the day of death before it. */
  until: CivilDate;
  death: Died | undefined;
  events: readonly CoverEvent[];
  spells: readonly Spell[];
  payments: StandingPayments;
  /** For each paid month the month in which its first payment came. */
  paidIn: ReadonlyMap<number, number>;
  /** Months in which a list shows the worker as active. */
  listedIn: ReadonlySet<number>;
};

/**
 * Folds events into spells of membership, as known on a day. Later evidence and evidence after a death do not count,
 * except that a payment known to be void counts as never made: a reversal can end a spell in the past.
 */
export function foldCover(
  input: CoverInput,
  knownOn: CivilDate,
  settings: CoverSettings = defaultCoverSettings,
): CoverFold {
  const known = orderEvents(input.events, knownOn);
  const death = known.find((event) => event.type === "died");
  const until = death?.on ?? knownOn;
  const events = known.filter((event) => effectiveOn(event) <= until);
  const payments = standingPayments(known, until);
  const fold = {
    segment: input.segment,
    until,
    death,
    events,
    payments,
    paidIn: firstPaymentMonths(payments),
    listedIn: activeMonths(events),
  };
  const staysMember =
    input.segment === "pu-village" && settings["pu-village-lapse"].value === "employer-owes";
  return { ...fold, spells: listSpells(fold, staysMember) };
}

/**
 * Whether a month of a spell is covered: paid, or, in a spell known only from lists, listed as active.
 * An active listing inside a spell with an acceptance proves no payment: BPJS lists members in arrears as active too.
 */
export function isCoveredMonth(fold: CoverFold, spell: Spell, index: number): boolean {
  return hasEvidenceBefore(fold, spell.openedBy, index, spell.endMonth ?? Number.POSITIVE_INFINITY);
}

function firstPaymentMonths({ byMonth }: StandingPayments): ReadonlyMap<number, number> {
  const paidIn = new Map<number, number>();
  for (const [index, [first]] of byMonth) {
    if (first !== undefined) paidIn.set(index, monthIndex(monthOf(first.on)));
  }
  return paidIn;
}

function activeMonths(events: readonly CoverEvent[]): ReadonlySet<number> {
  const listedIn = new Set<number>();
  for (const event of events) {
    if (event.type === "listed" && event.status === "active") listedIn.add(monthIndex(monthOf(event.asOf)));
  }
  return listedIn;
}

type Evidence = Pick<CoverFold, "events" | "paidIn" | "listedIn">;

/** An acceptance opens a spell unless one runs; so does a list that shows an unknown worker as active. */
function listSpells(evidence: Evidence, staysMember: boolean): Spell[] {
  const spells: Spell[] = [];
  let registration: Registered | undefined;
  for (const event of evidence.events) {
    if (event.type === "registered") registration = event;
    const isOpening = event.type === "accepted" || (event.type === "listed" && event.status === "active");
    if (!isOpening) continue;
    const from = event.type === "accepted" ? event.on : event.asOf;
    const firstMonth = monthIndex(monthOf(from));
    const current = spells.at(-1);
    const isRunning =
      current !== undefined && (current.endMonth === undefined || firstMonth < current.endMonth);
    if (isRunning) continue;
    const openedBy = event.type;
    const endMonth = staysMember ? undefined : endMonthOf(evidence, openedBy, firstMonth);
    spells.push({ from, openedBy, firstMonth, endMonth, registration });
    registration = undefined;
  }
  return spells;
}

/**
 * More than three consecutive unpaid months end membership: it is over on the first day of the fourth. What is paid
 * on that day or later comes too late.
 */
function endMonthOf(evidence: Evidence, openedBy: Spell["openedBy"], firstMonth: number): number {
  let index = firstMonth + 3;
  while (!isRunUnpaid(evidence, openedBy, index)) index += 1;
  return index;
}

/** When the month `index` began, it and the three months before it were unpaid. */
function isRunUnpaid(evidence: Evidence, openedBy: Spell["openedBy"], index: number): boolean {
  return [0, 1, 2, 3].every((back) => !hasEvidenceBefore(evidence, openedBy, index - back, index));
}

/** Whether something proved the month `index` covered before the month `before` began. A list proves its own month. */
function hasEvidenceBefore(
  { paidIn, listedIn }: Pick<CoverFold, "paidIn" | "listedIn">,
  openedBy: Spell["openedBy"],
  index: number,
  before: number,
): boolean {
  const isPaid = (paidIn.get(index) ?? Number.POSITIVE_INFINITY) < before;
  return isPaid || (openedBy === "listed" && index < before && listedIn.has(index));
}
