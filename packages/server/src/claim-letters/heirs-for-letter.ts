import type { LetterHeirs } from "@tuwai/domain/claim-letters";
import { familyOf } from "#families";
import type { Step } from "#use-case";

export type KeptHeirs = {
  /** Null where no family is kept, or the register knows of no death. */
  readonly heirs: LetterHeirs | null;
  /** Whom the statement names: whoever prints it notes that they were seen. */
  readonly memberIds: readonly string[];
};

/** The heirs of a worker in the order of the law, by the family as it stood on the day of death. */
export async function heirsForLetter(step: Step, personId: string): Promise<KeptHeirs> {
  const family = await familyOf(step, { personId });
  if (family === null || family.heirs === null) return { heirs: null, memberIds: [] };
  const { heirs, questions } = family.heirs;
  const members = new Map(family.members.map((member) => [member.id, member]));
  const people = heirs.flatMap(({ id, reason }) => {
    const member = members.get(id);
    if (member === undefined || member.name === null) return [];
    const { name, kinship, birthDate } = member;
    return [{ name, kinship, reason, birthDate }];
  });
  const { isDisputed } = family;
  return {
    heirs: { people, isDisputed, hasMinor: questions.includes("minor-heir") },
    memberIds: isDisputed ? [] : heirs.map(({ id }) => id),
  };
}
