import {
  type HouseholdFault,
  householdFaults,
  isAliveOn,
  proposeHead,
  termOn,
  withHead,
} from "@tuwai/domain/families";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditFamily, requireFamily, saveTerms } from "./change-family.ts";

export type HeadReason = HouseholdFault | "without-date" | "in-future" | "not-standing" | "later-head";

/**
 * A person says who heads the household from a day on: whom the rule proposes, or somebody else. Throws `not-found`.
 */
export const chooseHead = change(
  { name: "family.choose-head", permission: "family.write" },
  async (
    step,
    input: Operation & { readonly personCode: string; readonly memberId: string; readonly on: string },
  ): Promise<{ readonly outcome: "chosen"; readonly wasProposed: boolean } | Refused<HeadReason>> => {
    const family = await requireFamily(step, input.personCode, "hold");
    const member = family.members.find(({ id }) => id === input.memberId);
    if (member === undefined) throw new AppError("not-found");
    const on = parseCivilDate(input.on);
    if (on === undefined) return refuse<HeadReason>(step, "without-date");
    if (on > step.today) return refuse<HeadReason>(step, "in-future");
    const { lostOn } = family.row;
    const isGone = member.kinship === "self" && lostOn !== null && lostOn <= on;
    const isBackInLife = member.kinship === "self" && !isGone;
    const stands = isAliveOn(member, on) && termOn(member, on) !== undefined;
    if (isGone || !(stands || isBackInLife)) return refuse<HeadReason>(step, "not-standing");
    const isLater = family.members.some(({ terms }) =>
      terms.some(({ role, from }) => role === "head" && (from ?? "") > on),
    );
    if (isLater) return refuse<HeadReason>(step, "later-head");
    const members = withHead(family.members, member.id, on);
    const faults = householdFaults(members);
    if (faults.length > 0) return refuse<HeadReason>(step, ...faults);
    const wasProposed = proposeHead(family.members, on)?.id === member.id;
    await saveTerms(step, family, members);
    await auditFamily(step, family, { kind: member.kinship, on });
    return { outcome: "chosen", wasProposed };
  },
);
