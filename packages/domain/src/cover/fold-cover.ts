import type { Segment } from "#contributions";
import { monthIndex, monthOf, type CivilDate } from "#time";
import { effectiveOn, type CoverEvent, type CoverInput, type Died } from "./cover-event.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { pricesFor, type PriceOfMonth } from "./month-price.ts";
import { orderEvents } from "./order-events.ts";
import { isPaidInSpell, listSpells, type Spell } from "./spells.ts";
import { paidMonths, standingPayments, type PaidMonth, type StandingPayments } from "./standing-payments.ts";

/** What the evidence known on a day says about one worker. Everything shown about cover is read from here. */
export type CoverFold = {
  settings: CoverSettings;
  /** The last day of evidence: the day asked about, or the day of death before it. */
  until: CivilDate;
  death: Died | undefined;
  /** Until that day, in order. */
  events: readonly CoverEvent[];
  spells: readonly Spell[];
  /** All payments known on the day asked about, those that came after a death included. */
  payments: StandingPayments;
  /** The months paid in full by what came until the last day of evidence. */
  paid: ReadonlyMap<number, PaidMonth>;
  priceOfMonth: PriceOfMonth;
};

/**
 * Folds events into spells of membership, as known on a day. Later evidence and evidence after a death do not count,
 * except that a payment known to be void counts as never made: a reversal can end a spell in the past.
 */
export function foldCover(
  { segment, events: all }: CoverInput,
  knownOn: CivilDate,
  settings: CoverSettings = defaultCoverSettings,
): CoverFold {
  const known = orderEvents(all, knownOn);
  const death = known.find((event) => event.type === "died");
  const until = death?.on ?? knownOn;
  const events = death === undefined ? known : known.filter((event) => effectiveOn(event) <= until);
  const priceOfMonth = pricesFor(segment, known);
  const payments = standingPayments(known, priceOfMonth);
  const paid = paidMonths(payments, until, priceOfMonth);
  const employerOwes = settings["pu-village-lapse"].value === "employer-owes";
  const lapses = (of: Segment) => of === "bpu" || !employerOwes;
  const spells = listSpells({ events, paid, until }, { usual: segment, lapses });
  return { settings, until, death, events, spells, payments, paid, priceOfMonth };
}

/** Whether a month of a spell is paid, in time for that spell. A list proves no payment: BPJS lists members in arrears too. */
export function isPaidMonth({ paid }: CoverFold, spell: Spell, index: number): boolean {
  return isPaidInSpell(paid, spell, index);
}

/** The spell a day lies in. */
export function spellOn({ spells }: CoverFold, on: CivilDate): Spell | undefined {
  const index = monthIndex(monthOf(on));
  return spells.findLast(
    ({ from, endMonth, replacedOn }) =>
      from <= on &&
      (endMonth === undefined || index < endMonth) &&
      (replacedOn === undefined || on < replacedOn),
  );
}

/** The spell a month belongs to. In the month of acceptance the days before it lie outside all the same. */
export function spellOfMonth({ spells }: CoverFold, index: number): Spell | undefined {
  return spells.findLast(
    ({ firstMonth, endMonth }) => firstMonth <= index && (endMonth === undefined || index < endMonth),
  );
}
