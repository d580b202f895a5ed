import { explainHeirs, type Heirs } from "#benefits";
import { ageOn, type CivilDate } from "#time";
import { birthAgainst } from "./children.ts";
import { isAliveOn, isMistaken, type Member } from "./household.ts";

export type LeftOutReason =
  | "died-before"
  | "divorced-before"
  | "noted-by-mistake"
  | "born-too-late"
  | "excluded-by-nearer"
  | "not-in-the-order";

/** What a person has to look at before anything is paid. */
export type HeirQuestion =
  | "disputed"
  | "born-after-the-death"
  | "more-than-one-spouse"
  | "minor-heir"
  | "nobody-known";

export type FamilyHeirs = Heirs & {
  leftOut: { id: string; because: LeftOutReason }[];
  questions: HeirQuestion[];
  /** A dispute is never decided by the rule: the village and the heirs settle it, and the claim waits. */
  decidedBy: "rule" | "person";
};

/** Who inherits, by the household as it stood on the day of death, with why each other member does not. */
export function explainFamilyHeirs(
  members: readonly Member[],
  diedOn: CivilDate,
  isDisputed: boolean,
): FamilyHeirs {
  const family = members.filter(({ kinship }) => kinship !== "self");
  const standing = family.map((member) => ({ member, against: against(member, diedOn) }));
  const counted = standing.filter(({ against: reason }) => reason === null).map(({ member }) => member);
  const found = explainHeirs(
    counted.map(({ id, kinship }) => ({
      id,
      relation: kinship as Exclude<typeof kinship, "self" | "other">,
      alive: true,
    })),
  );
  const heirs = new Set(found.heirs.map(({ id }) => id));
  const leftOut = standing.flatMap(({ member: { id }, against: reason }) => {
    if (heirs.has(id)) return [];
    return [{ id, because: reason ?? ("excluded-by-nearer" as const) }];
  });
  const inherit = counted.filter(({ id }) => heirs.has(id));
  const questions: [HeirQuestion, boolean][] = [
    ["disputed", isDisputed],
    ["born-after-the-death", inherit.some(({ birthDate }) => isBornAfter(birthDate, diedOn))],
    ["more-than-one-spouse", inherit.filter(({ kinship }) => kinship === "spouse").length > 1],
    ["minor-heir", inherit.some(({ birthDate }) => birthDate !== null && isMinor(birthDate, diedOn))],
    ["nobody-known", inherit.length === 0],
  ];
  return {
    ...found,
    leftOut,
    questions: questions.filter(([, is]) => is).map(([question]) => question),
    decidedBy: isDisputed ? "person" : "rule",
  };
}

const isBornAfter = (birthDate: CivilDate | null, day: CivilDate): birthDate is CivilDate =>
  birthDate !== null && birthDate > day;

const isMinor = (birthDate: CivilDate, on: CivilDate): boolean => birthDate > on || ageOn(birthDate, on) < 18;

/** Children and parents inherit wherever they live; a marriage must have held. */
function against(member: Member, diedOn: CivilDate): LeftOutReason | null {
  const { kinship, birthDate, terms } = member;
  if (isMistaken(member)) return "noted-by-mistake";
  if (kinship === "other") return "not-in-the-order";
  if (isBornAfter(birthDate, diedOn))
    return kinship === "child" && birthAgainst(birthDate, diedOn) === "after-the-death"
      ? null
      : "born-too-late";
  if (!isAliveOn(member, diedOn)) return "died-before";
  const isDivorced = terms.some(({ ending, until }) => ending === "divorced" && until! <= diedOn);
  return kinship === "spouse" && isDivorced ? "divorced-before" : null;
}
