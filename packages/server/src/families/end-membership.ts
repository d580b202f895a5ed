import { endings, type HouseholdFault, householdFaults } from "@tuwai/domain/families";
import { AppError } from "#app";
import { addDays, parseCivilDate } from "@tuwai/domain/time";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditFamily, requireFamily, saveTerms } from "./change-family.ts";

export type EndReason =
  | HouseholdFault
  | "without-date"
  | "in-future"
  | "without-ending"
  | "not-standing"
  | "ask-the-register";

/**
 * Somebody died, moved out, was divorced, or was noted by mistake. Of the breadwinner the register tells it, not the family. Throws
 * `not-found`.
 */
export const endMembership = change(
  { name: "family.end-membership", permission: "family.write" },
  async (
    step,
    input: Operation & {
      readonly personCode: string;
      readonly memberId: string;
      readonly ending: string;
      readonly on: string;
    },
  ): Promise<{ readonly outcome: "ended" } | Refused<EndReason>> => {
    const family = await requireFamily(step, input.personCode, "hold");
    const member = family.members.find(({ id }) => id === input.memberId);
    if (member === undefined) throw new AppError("not-found");
    if (member.kinship === "self") return refuse<EndReason>(step, "ask-the-register");
    const ending = endings.find((known) => known === input.ending && known !== "new-head");
    const on = parseCivilDate(input.on);
    if (ending === undefined) return refuse<EndReason>(step, "without-ending");
    if (on === undefined) return refuse<EndReason>(step, "without-date");
    if (on > step.today) return refuse<EndReason>(step, "in-future");
    const standing = member.terms.find((term) => term.until === null);
    const first = standing?.from ?? member.birthDate;
    if (standing === undefined || (first !== null && first > on && ending !== "mistaken"))
      return refuse<EndReason>(step, "not-standing");
    // Whoever died on the first day did stand on it.
    const until = first === null || on > first ? on : addDays(first, 1);
    const terms = member.terms.map((term) => (term === standing ? { ...term, until, ending } : term));
    const members = [{ ...member, terms }];
    const faults = householdFaults(members);
    if (faults.length > 0) return refuse<EndReason>(step, ...faults);
    await saveTerms(step, family, members);
    await auditFamily(step, family, { kind: member.kinship, ending, on });
    return { outcome: "ended" };
  },
);
