import { payByDay } from "#contributions";
import { monthAtIndex, monthIndex, monthOf, type CivilDate } from "#time";
import { effectiveOn } from "./cover-event.ts";
import { findSpell } from "./cover-state.ts";
import type { CoverFold, Spell } from "./fold-cover.ts";

/**
 * What a worker who is not counted as covered stands as, beside the figure. `grace`: a member who has paid and owes.
 * `waiting-first-payment`: taken in by BPJS, nothing ever paid. `list-only`: BPJS's own list says active, and no payment
 * is known.
 */
export type StandsBeside = "grace" | "waiting-first-payment" | "list-only";

/**
 * The one answer to "is this worker covered" in a published figure: on that day the month's contribution stands, or its
 * pay-by day is not past and the months before it are paid.
 */
export function countsAsCovered(fold: CoverFold, on: CivilDate): boolean {
  const spell = spellOn(fold, on);
  if (spell === undefined) return false;
  let index = monthIndex(monthOf(on));
  while (index > spell.firstMonth && !isPaid(fold, spell, index) && isNotDue(fold, index, on)) index -= 1;
  return isPaid(fold, spell, index);
}

/** Who is shown beside the figure, and as what; null for those inside it and for those with neither cover nor membership. */
export function standsBeside(fold: CoverFold, on: CivilDate): StandsBeside | null {
  if (countsAsCovered(fold, on) || isDead(fold, on)) return null;
  const running = spellOn(fold, on);
  const spell = running ?? fold.spells.findLast(({ from }) => from <= on);
  if (spell === undefined) return null;
  const hasPaid = [...fold.paidIn.keys()].some((index) => isPaid(fold, spell, index));
  if (spell.openedBy === "listed" && !hasPaid) return isListedActive(fold, on) ? "list-only" : null;
  if (running === undefined) return null;
  return hasPaid ? "grace" : "waiting-first-payment";
}

function isNotDue({ segment }: CoverFold, index: number, on: CivilDate): boolean {
  const due = payByDay(segment, monthAtIndex(index));
  return due !== undefined && on <= due;
}

/** A payment of the month that came before the spell was over. */
function isPaid({ paidIn }: CoverFold, { firstMonth, endMonth }: Spell, index: number): boolean {
  const cameIn = paidIn.get(index);
  return index >= firstMonth && cameIn !== undefined && cameIn < (endMonth ?? Number.POSITIVE_INFINITY);
}

function spellOn(fold: CoverFold, on: CivilDate): Spell | undefined {
  if (isDead(fold, on)) return undefined;
  const spell = findSpell(fold, monthIndex(monthOf(on)));
  return spell !== undefined && spell.from <= on ? spell : undefined;
}

function isDead({ death }: CoverFold, on: CivilDate): boolean {
  return death !== undefined && on >= death.on;
}

/** The last list up to that day decides. */
function isListedActive({ events }: CoverFold, on: CivilDate): boolean {
  const last = events.findLast((event) => event.type === "listed" && effectiveOn(event) <= on);
  return last?.type === "listed" && last.status === "active";
}
