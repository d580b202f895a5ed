import type { Segment } from "#contributions";
import { firstDay, monthAtIndex, monthIndex, monthOf, type CivilDate } from "#time";
import type { CoverEvent, Registered } from "./cover-event.ts";
import type { PaidMonth } from "./standing-payments.ts";

/** Unbroken membership. Months are `monthIndex` numbers, so that a hundred thousand workers fold quickly. */
export type Spell = {
  /**
   * Acceptance by BPJS; the first list that shows a worker of whose acceptance nothing is known; or the day of a payment
   * after the end of the spell before, which BPJS takes and which makes membership presumed.
   */
  from: CivilDate;
  openedBy: "accepted" | "listed" | "payment";
  firstMonth: number;
  /** First month outside the spell, if nothing more is paid than is known. Absent when unpaid months never end it. */
  endMonth: number | undefined;
  /** The first month that is paid: only then is anybody a participant. */
  firstPaid: number | undefined;
  /** The day on which an acceptance took the place of this spell. */
  replacedOn: CivilDate | undefined;
  registration: Registered | undefined;
  /** As what BPJS took the worker in. */
  segment: Segment;
  /** Whether unpaid months end it; where an employer owes them, leaving its office does. */
  lapses: boolean;
};

type Evidence = {
  events: readonly CoverEvent[];
  paid: ReadonlyMap<number, PaidMonth>;
  until: CivilDate;
};

/** The segment of a worker whose registrations do not say it, and in which segments unpaid months end membership. */
type Segments = { readonly usual: Segment; readonly lapses: (segment: Segment) => boolean };

/**
 * An acceptance opens a spell unless one runs in the same segment; so does a list that shows an unknown worker as active, and a payment that
 * BPJS took after the end. An acceptance takes the place of what was only presumed.
 */
export function listSpells(evidence: Evidence, segments: Segments): Spell[] {
  const spells: Spell[] = [];
  let registration: Registered | undefined;
  for (const event of evidence.events) {
    if (event.type === "registered") registration = event;
    const isOpening = event.type === "accepted" || (event.type === "listed" && event.status === "active");
    if (!isOpening) continue;
    const from = event.type === "accepted" ? event.on : event.asOf;
    presumeSpells(spells, evidence, from);
    const current = runningSpell(spells, from);
    const segment = registration?.segment ?? current?.segment ?? segments.usual;
    const isOther = current !== undefined && current.segment !== segment;
    if (current !== undefined && (event.type !== "accepted" || !(isOther || isPresumed(current, from))))
      continue;
    const opened = openedSpell(evidence, { from, openedBy: event.type, registration, segment }, segments);
    // What was paid for stays until the new membership is paid as well.
    const begins = isOther || current?.openedBy === "payment" ? participantFrom(opened) : from;
    if (begins === null) continue;
    if (current !== undefined) current.replacedOn = begins;
    spells.push({ ...opened, from: begins });
    registration = undefined;
  }
  presumeSpells(spells, evidence, undefined);
  return spells;
}

type Opening = Pick<Spell, "from" | "registration" | "segment"> & { openedBy: "accepted" | "listed" };

function openedSpell(evidence: Evidence, opening: Opening, segments: Segments): Spell {
  const firstMonth = monthIndex(monthOf(opening.from));
  const lapses = segments.lapses(opening.segment);
  const endMonth = lapses
    ? endMonthOf(evidence, firstMonth, firstMonth + 3)
    : leftMonthOf(evidence, opening.from);
  const bounds = { firstMonth, endMonth, lapses };
  const firstPaid = firstPaidMonth(evidence, bounds);
  return { ...opening, ...bounds, firstPaid, replacedOn: undefined };
}

/** The month after that in which the worker left the office for which an employer pays. */
function leftMonthOf({ events }: Evidence, from: CivilDate): number | undefined {
  const left = events.find((event) => event.type === "left" && event.on >= from);
  return left?.type === "left" ? monthIndex(monthOf(left.on)) + 1 : undefined;
}

/**
 * The day from which somebody is a participant in a spell: acceptance, or the first paid month. Null until one is paid, and
 * where an acceptance took the place of the spell before that.
 */
export function participantFrom({
  from,
  firstPaid,
  replacedOn,
}: Pick<Spell, "from" | "firstPaid" | "replacedOn">): CivilDate | null {
  if (firstPaid === undefined) return null;
  const first = firstDay(monthAtIndex(firstPaid));
  const begins = from > first ? from : first;
  return replacedOn !== undefined && begins >= replacedOn ? null : begins;
}

function runningSpell(spells: readonly Spell[], on: CivilDate): Spell | undefined {
  const last = spells.at(-1);
  const isRunning =
    last !== undefined && (last.endMonth === undefined || monthIndex(monthOf(on)) < last.endMonth);
  return isRunning ? last : undefined;
}

/** Known from a payment only, or from a list only and not yet paid. */
function isPresumed({ openedBy, firstPaid }: Spell, on: CivilDate): boolean {
  if (openedBy === "payment") return true;
  return openedBy === "listed" && (firstPaid === undefined || firstPaid >= monthIndex(monthOf(on)));
}

/** Payments after the end, for months after it, each open a spell until one runs; those that begin before a day. */
function presumeSpells(spells: Spell[], evidence: Evidence, before: CivilDate | undefined): void {
  const now = monthIndex(monthOf(evidence.until));
  for (let last = spells.at(-1); isLapsedBy(last, now); last = spells.at(-1)) {
    const next = nextPresumed(evidence, last.endMonth);
    if (next === undefined || (before !== undefined && next.from >= before)) return;
    const { from, index } = next;
    const endMonth = endMonthOf(evidence, index, Math.max(index + 3, monthIndex(monthOf(from)) + 1));
    const { registration, segment } = last;
    const opened = { from, openedBy: "payment", firstMonth: index, endMonth, firstPaid: index } as const;
    spells.push({ ...opened, replacedOn: undefined, registration, segment, lapses: true });
  }
}

/** What an employer pays after a worker has left is paid by mistake: it opens nothing. */
function isLapsedBy(spell: Spell | undefined, now: number): spell is Spell & { endMonth: number } {
  return spell !== undefined && spell.lapses && spell.endMonth !== undefined && spell.endMonth <= now;
}

/** The earliest day on which such a payment begins to count; of several on one day the latest month begun. */
function nextPresumed({ paid }: Evidence, endMonth: number): { from: CivilDate; index: number } | undefined {
  let next: { from: CivilDate; index: number } | undefined;
  for (const [index, { on, cameIn }] of paid) {
    if (index < endMonth || cameIn < endMonth) continue;
    const from = index > cameIn ? firstDay(monthAtIndex(index)) : on;
    const isNext = next === undefined || from < next.from || (from === next.from && index > next.index);
    if (isNext) next = { from, index };
  }
  return next;
}

/**
 * More than three consecutive unpaid months end membership: it is over on the first day of the fourth. What is paid
 * on that day or later comes too late.
 */
function endMonthOf({ paid }: Evidence, firstMonth: number, earliest: number): number {
  let index = earliest;
  while (!isRunUnpaid(paid, index)) index += 1;
  return Math.max(index, firstMonth + 1);
}

/** When the month `index` began, it and the three months before it were unpaid. */
function isRunUnpaid(paid: Evidence["paid"], index: number): boolean {
  for (let back = 0; back <= 3; back += 1) if (cameBefore(paid, index - back, index)) return false;
  return true;
}

/** Whether the month `index` was paid before the month `before` began. */
export function cameBefore(paid: Evidence["paid"], index: number, before: number): boolean {
  const month = paid.get(index);
  return month !== undefined && month.cameIn < before;
}

/** Whether the month `index` of the spell is paid, in time for it: what an employer pays for may come after the worker left. */
export function isPaidInSpell(
  paid: Evidence["paid"],
  {
    firstMonth,
    endMonth = Number.POSITIVE_INFINITY,
    lapses,
  }: Pick<Spell, "firstMonth" | "endMonth" | "lapses">,
  index: number,
): boolean {
  if (index < firstMonth || (!lapses && index >= endMonth)) return false;
  return cameBefore(paid, index, lapses ? endMonth : Number.POSITIVE_INFINITY);
}

function firstPaidMonth(
  { paid }: Evidence,
  bounds: Pick<Spell, "firstMonth" | "endMonth" | "lapses">,
): number | undefined {
  let first: number | undefined;
  for (const index of paid.keys()) {
    const isInside = index < (bounds.endMonth ?? index + 1) && isPaidInSpell(paid, bounds, index);
    if (isInside && (first === undefined || index < first)) first = index;
  }
  return first;
}
