import { lastDay, monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import { effectiveOn, type CoverInput } from "./cover-event.ts";
import { defaultCoverSettings, type CoverSettings } from "./cover-settings.ts";
import { foldCover, isCoveredMonth, type CoverFold, type Spell } from "./fold-cover.ts";

/**
 * What a worker has on a day or in a month. `waiting`: registered, not yet accepted. `grace-n`: member, the n-th month
 * in a row unpaid. `arrears`: a village officer whose village owes. `ended`: was a member, may come back as a new one.
 */
export type CoverState =
  | "not-registered"
  | "waiting"
  | "rejected"
  | "covered"
  | "grace-1"
  | "grace-2"
  | "grace-3"
  | "arrears"
  | "ended"
  | "died";

/** Member by payments made one by one, those unpaid for up to three months as well; a village pays for its officers together. */
export const payingStates: readonly CoverState[] = ["covered", "grace-1", "grace-2", "grace-3"];

/** The state on a day not after the evidence of the fold, by all of that evidence. */
export function stateOnDay(fold: CoverFold, on: CivilDate): CoverState {
  if (fold.death !== undefined && on >= fold.death.on) return "died";
  return stateAlive(fold, on);
}

/** The state on a day as if the worker lived: what cover there was at the moment of death. */
export function stateAlive(fold: CoverFold, on: CivilDate): CoverState {
  const index = monthIndex(monthOf(on));
  const spell = findSpell(fold, index);
  return spell !== undefined && spell.from <= on ? stateInSpell(fold, spell, index) : stateOutside(fold, on);
}

/** The state of a whole month: what it was at its end, or on the last day of evidence when that lies inside it. */
export function stateOfMonth(fold: CoverFold, index: number): CoverState {
  const end = lastDay(monthAtIndex(index));
  return stateAlive(fold, end < fold.until ? end : fold.until);
}

/** The spell a month belongs to. In the month of acceptance the days before it lie outside all the same. */
export function findSpell(fold: CoverFold, index: number): Spell | undefined {
  return fold.spells.findLast(
    ({ firstMonth, endMonth }) => firstMonth <= index && (endMonth === undefined || index < endMonth),
  );
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

/** Whether a living worker is covered on a day, as known on that day unless a later day of knowledge is given. */
export function coveredOn(
  input: CoverInput,
  date: CivilDate,
  { knownOn = date, settings = defaultCoverSettings }: KnownOn = {},
): boolean {
  return stateOnDay(foldCover(input, knownOn, settings), date) === "covered";
}

/** `knownOn` is not before the day asked about: evidence of a later day may change what is said of an earlier one. */
export type KnownOn = { knownOn?: CivilDate; settings?: CoverSettings };

function stateInSpell(fold: CoverFold, spell: Spell, index: number): CoverState {
  let unpaid = 0;
  for (let each = index; each >= spell.firstMonth && !isCoveredMonth(fold, spell, each); each -= 1)
    unpaid += 1;
  if (unpaid === 0) return "covered";
  if (spell.endMonth === undefined) return "arrears";
  return unpaid === 1 ? "grace-1" : unpaid === 2 ? "grace-2" : "grace-3";
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
  if (fold.spells.some(({ from }) => from <= on)) return "ended";
  return last === "rejected" ? "rejected" : "not-registered";
}
