import type { Member, Term } from "@tuwai/domain/families";
import { AppError } from "#app";
import { readCardCode } from "#cards";
import { requireCode } from "#people";
import type { Step } from "#use-case";
import { insertTerm, updateTerm } from "./household.store.ts";
import { type Family, type FollowedChild, isFollowed, loadFamilies } from "./load-family.ts";

/** The family kept for a worker, held where it is going to change. Throws `not-found`. */
export async function requireFamily(step: Step, personCode: string, hold: "hold" | "look"): Promise<Family> {
  const [family] = await loadFamilies(step, { personCode: requireCode(personCode) }, hold);
  if (family === undefined) throw new AppError("not-found");
  return family;
}

/** A child by its code, with or without "YT-", and its family. Throws `not-found`. */
export async function requireChild(
  step: Step,
  typed: string,
  hold: "hold" | "look",
): Promise<{ readonly family: Family; readonly child: FollowedChild }> {
  const childCode = readCardCode(typed, "YT");
  const [family] = childCode === undefined ? [] : await loadFamilies(step, { childCode }, hold);
  const child = family?.members.filter(isFollowed).find((member) => member.child.row.code === childCode);
  if (family === undefined || child === undefined) throw new AppError("not-found");
  return { family, child };
}

/** Writes what changed of the members' terms; a term is found again by its first day. */
export async function saveTerms(step: Step, family: Family, members: readonly Member[]): Promise<void> {
  for (const { id: memberId, terms } of members) {
    for (const term of terms) {
      const { from: fromOn, until: untilOn, role, ending } = term;
      const row = family.terms.find((each) => each.memberId === memberId && each.fromOn === fromOn);
      if (row === undefined) {
        const { villageCode } = family.row;
        await insertTerm(step, { id: step.newId(), villageCode, memberId, role, fromOn, untilOn, ending });
      } else if (differs(row, term)) await updateTerm(step.tx, { ...row, role, untilOn, ending });
    }
  }
}

const differs = (row: Family["terms"][number], { role, until, ending }: Term) =>
  row.role !== role || row.untilOn !== until || row.ending !== ending;

type Details = Partial<
  Record<
    "kind" | "ending" | "on" | "state" | "document" | "consent" | "year" | "reason",
    string | number | null
  >
>;

/** Kinds, days and codes only: the trail names nobody. */
export const auditFamily = (step: Step, { row }: Family, details: Details = {}): Promise<void> =>
  step.audit({ objectType: "family", objectId: row.id, details });

export const auditChild = (step: Step, { id }: FollowedChild, details: Details = {}): Promise<void> =>
  step.audit({ objectType: "family_child", objectId: id, details });
