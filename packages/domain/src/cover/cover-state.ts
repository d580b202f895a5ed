import { payByDay } from "#contributions";
import { lastDay, monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import { effectiveOn, type CoverInput } from "./cover-event.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { foldCover, isPaidMonth, spellOn, type CoverFold } from "./fold-cover.ts";
import type { Spell } from "./spells.ts";

/**
 * What a worker has on a day or in a month. `waiting`: registered, not yet accepted. `waiting-first-payment`: accepted, and
 * nothing paid, so not yet a participant. `due`: this month unpaid, its pay-by day not past, the months before it paid.
 * `grace-n`: member, the n-th month in a row unpaid. `village-owes`: an officer whose village has not paid in time.
 * `listed`: BPJS's own list says active, and no payment is known. `ended`: was a member, may come back as a new one.
 */
export type CoverState =
  | "not-registered"
  | "waiting"
  | "rejected"
  | "waiting-first-payment"
  | "listed"
  | "covered"
  | "due"
  | "grace-1"
  | "grace-2"
  | "grace-3"
  | "village-owes"
  | "ended"
  | "died";

/** Member by payments made one by one, those unpaid for up to three months as well; a village pays for its officers together. */
export const payingStates: readonly CoverState[] = ["covered", "due", "grace-1", "grace-2", "grace-3"];

/** The state on a day not after the evidence of the fold, by all of that evidence. */
export function stateOnDay(fold: CoverFold, on: CivilDate): CoverState {
  if (fold.death !== undefined && on >= fold.death.on) return "died";
  return stateAlive(fold, on);
}

/** The state on a day as if the worker lived: what cover there was at the moment of death. */
export function stateAlive(fold: CoverFold, on: CivilDate): CoverState {
  return stateBy(fold, on, on);
}

/**
 * The state of a whole month: what it was at its end, or on the last day of evidence when that lies inside it. Whether an
 * unpaid month was overdue is asked of that last day: one that nobody ever paid stays no `due`.
 */
export function stateOfMonth(fold: CoverFold, index: number): CoverState {
  const end = lastDay(monthAtIndex(index));
  return stateBy(fold, end < fold.until ? end : fold.until, fold.until);
}

/**
 * State of one month, as known on its last day unless a later day of knowledge is given.
 * After the month of death: "died".
 */
export function monthStateOf(
  input: CoverInput,
  month: Month,
  { knownOn = lastDay(month), settings = defaultCoverSettings }: KnownOn = {},
): CoverState {
  const fold = foldCover(input, knownOn, settings);
  const isAfterDeath = fold.death !== undefined && monthOf(fold.death.on) < month;
  return isAfterDeath ? "died" : stateOfMonth(fold, monthIndex(month));
}

/** `knownOn` is not before the day asked about: evidence of a later day may change what is said of an earlier one. */
export type KnownOn = { knownOn?: CivilDate; settings?: CoverSettings };

function stateBy(fold: CoverFold, on: CivilDate, judgedOn: CivilDate): CoverState {
  const spell = spellOn(fold, on);
  return spell === undefined ? stateOutside(fold, on) : stateInSpell(fold, spell, { on, judgedOn });
}

function stateInSpell(
  fold: CoverFold,
  spell: Spell,
  { on, judgedOn }: { on: CivilDate; judgedOn: CivilDate },
): CoverState {
  const { firstPaid } = spell;
  const index = monthIndex(monthOf(on));
  if (firstPaid === undefined || index < firstPaid) return stateUnpaid(fold, spell, on);
  let unpaid = 0;
  while (!isPaidMonth(fold, spell, index - unpaid)) unpaid += 1;
  if (unpaid === 0) return "covered";
  const due = payByDay(spell.segment, monthAtIndex(index - unpaid + 1), fold.settings);
  if (due !== undefined && judgedOn <= due) return "due";
  if (!spell.lapses) return "village-owes";
  return unpaid === 1 ? "grace-1" : unpaid === 2 ? "grace-2" : "grace-3";
}

/** Nothing was paid yet: who was accepted waits for the first payment, who is only listed stands as the last list says. */
function stateUnpaid(fold: CoverFold, { openedBy }: Spell, on: CivilDate): CoverState {
  if (openedBy !== "listed") return "waiting-first-payment";
  const last = fold.events.findLast((event) => event.type === "listed" && event.asOf <= on);
  return last?.type === "listed" && last.status === "active" ? "listed" : "ended";
}

/** Outside membership the last decision speaks; once a member, a rejected return leaves the worker as before. */
function stateOutside(fold: CoverFold, on: CivilDate): CoverState {
  let last: "none" | "waiting" | "rejected" | "answered" = "none";
  for (const event of fold.events) {
    if (effectiveOn(event) > on) break;
    if (event.type === "registered") last = "waiting";
    if (event.type === "rejected") last = "rejected";
    if (event.type === "accepted" || (event.type === "listed" && event.status === "active"))
      last = "answered";
  }
  if (last === "waiting") return "waiting";
  const spell = fold.spells.findLast(({ from }) => from <= on);
  if (spell === undefined) return last === "rejected" ? "rejected" : "not-registered";
  if (spell.firstPaid !== undefined) return "ended";
  return last === "rejected" && spell.openedBy === "accepted" ? "rejected" : stateUnpaid(fold, spell, on);
}
