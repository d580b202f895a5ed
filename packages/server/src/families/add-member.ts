import {
  birthAgainst,
  type HouseholdFault,
  householdFaults,
  type Kinship,
  kinships,
  type Member,
  roleOf,
} from "@tuwai/domain/families";
import { newCardCode } from "#cards";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditFamily, requireFamily } from "./change-family.ts";
import { insertChild } from "./child.store.ts";
import { insertMember, insertTerm } from "./household.store.ts";
import { readDay, readName, sealMember } from "./told.ts";

export type MemberReason =
  | HouseholdFault
  | "without-name"
  | "without-kinship"
  | "without-birth-date"
  | "no-such-day"
  | "in-future"
  | "born-too-late";

type NewMember = Operation & {
  readonly personCode: string;
  readonly kinship: string;
  readonly name: string;
  /** Of a child always; of others empty where nobody knows it. */
  readonly birthDate: string;
  /** Empty: since birth, or since ever. */
  readonly from: string;
};

export type MemberOutcome =
  | {
      readonly outcome: "added";
      readonly memberId: string;
      /** Of a child. */
      readonly childCode: string | null;
      /** Born after the death, so that a person has to look. */
      readonly isPosthumous: boolean;
    }
  | Refused<MemberReason>;

/** Adds somebody to a family; a child begins a record of its own, which outlives every case. Throws `not-found`. */
export const addMember = change(
  { name: "family.add-member", permission: "family.write" },
  async (step, input: NewMember): Promise<MemberOutcome> => {
    const family = await requireFamily(step, input.personCode, "hold");
    const read = readMember(input, step.today);
    if ("reasons" in read) return refuse<MemberReason>(step, ...read.reasons);
    const { kinship, name, birthDate, from } = read;
    const { lostOn, villageCode, id: householdId } = family.row;
    const birth =
      kinship === "child" && birthDate !== null && lostOn !== null
        ? birthAgainst(birthDate, lostOn)
        : "before";
    if (birth === "too-late") return refuse<MemberReason>(step, "born-too-late");
    const term = { role: roleOf(kinship), from, until: null, ending: null };
    const member: Member = { id: step.newId(), kinship, birthDate, terms: [term] };
    const faults = householdFaults([...family.members, member]);
    if (faults.length > 0) return refuse<MemberReason>(step, ...faults);
    const toldSealed = sealMember(step.app.keys, member.id, { name, birthDate });
    await insertMember(step, { id: member.id, villageCode, householdId, kinship, toldSealed });
    await insertTerm(step, {
      id: step.newId(),
      villageCode,
      memberId: member.id,
      role: term.role,
      fromOn: from,
      untilOn: null,
      ending: null,
    });
    const childCode = kinship === "child" ? newCardCode() : null;
    if (childCode !== null) await insertChild(step, { memberId: member.id, code: childCode, villageCode });
    await auditFamily(step, family, { kind: kinship });
    return { outcome: "added", memberId: member.id, childCode, isPosthumous: birth === "after-the-death" };
  },
);

type ReadMember = {
  readonly kinship: Kinship;
  readonly name: string;
  readonly birthDate: Member["birthDate"];
  readonly from: Member["birthDate"];
};

function readMember(
  typed: NewMember,
  today: string,
): ReadMember | { readonly reasons: readonly MemberReason[] } {
  const kinship = kinships.find((known) => known === typed.kinship && known !== "self");
  const name = readName(typed.name);
  const birthDate = readDay(typed.birthDate);
  const from = readDay(typed.from);
  const faults: [MemberReason, boolean][] = [
    ["without-kinship", kinship === undefined],
    ["without-name", name === ""],
    ["without-birth-date", kinship === "child" && birthDate === null],
    ["no-such-day", birthDate === undefined || from === undefined],
    ["in-future", (birthDate ?? "") > today || (from ?? "") > today],
  ];
  const reasons = faults.filter(([, is]) => is).map(([reason]) => reason);
  if (reasons.length > 0) return { reasons };
  return { kinship: kinship!, name, birthDate: birthDate!, from: from! };
}
