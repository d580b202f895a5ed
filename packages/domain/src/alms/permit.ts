import { addDays, type CivilDate, daysBetween } from "#time";
import type { HolderKind } from "./alms-law.ts";

/** By what a holder may collect, and when. BAZNAS and its units need no permit of their own for it. */
export type Permit = {
  readonly holder: HolderKind;
  readonly number: string | null;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
};

export type PermitReason = "permit-missing" | "permit-window" | "not-yet-permitted" | "permit-ended";

/** What speaks against the permit itself. A foundation needs a number and a window; a window has a first and a last day in order. */
export function permitAgainst({ holder, number, from, until }: Permit): readonly PermitReason[] {
  const isWhole = from !== null && until !== null;
  if (isWhole !== (from !== null || until !== null) || (isWhole && until < from)) return ["permit-window"];
  return holder === "foundation" && (number === null || !isWhole) ? ["permit-missing"] : [];
}

/** What speaks against taking money on that day; its first and last day count. */
export function collectingAgainst(permit: Permit, on: CivilDate): readonly PermitReason[] {
  const wrong = permitAgainst(permit);
  if (wrong.length > 0) return wrong;
  if (permit.from !== null && on < permit.from) return ["not-yet-permitted"];
  return permit.until !== null && on > permit.until ? ["permit-ended"] : [];
}

/** How many days before its end a permit becomes a task. */
export const permitNoticeDays = 30;

/** Whether the permit ends within the notice; one that has ended already counts too, as money may still be under way. */
export const endsSoon = ({ until }: Pick<Permit, "until">, today: CivilDate): boolean =>
  until !== null && daysBetween(today, until) <= permitNoticeDays;

/** Days until which the proof of a paid round must be there. */
export const proofDays = 7;
export const proofDueOn = (paidOn: CivilDate): CivilDate => addDays(paidOn, proofDays);
