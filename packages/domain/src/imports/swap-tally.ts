import { readFamilyCard, readNik } from "#identity";
import type { CivilDate } from "#time";

const FEWEST_ROWS = 2;
const TIMES_AS_MANY = 3;

export type NumberPair = {
  readonly nik: string;
  readonly familyCard: string;
  readonly birthDate: CivilDate | undefined;
};

/** Whether the two number columns stand under each other's header: most rows agree with their birth date the other way round. */
export function createSwapTally(today: CivilDate) {
  const votes = { straight: 0, swapped: 0 };
  return {
    add(pair: NumberPair): void {
      const vote = judgePair(pair, today);
      if (vote !== null) votes[vote] += 1;
    },
    isSwapped: () => votes.swapped >= FEWEST_ROWS && votes.swapped > votes.straight * TIMES_AS_MANY,
    rows: () => votes.swapped,
  };
}

/**
 * One row alone: the birth date tells which of two numbers is the NIK. Without one a day above 40 does, which no family card
 * has. Null where neither tells.
 */
export function judgePair(
  { nik, familyCard, birthDate }: NumberPair,
  today: CivilDate,
): "straight" | "swapped" | null {
  const [own, other] = [readNik(nik, today), readNik(familyCard, today)];
  const ownParts = "parts" in own ? own.parts : undefined;
  const otherParts = "parts" in other ? other.parts : undefined;
  if (birthDate !== undefined) {
    if (ownParts?.birthDate === birthDate) return "straight";
    return otherParts?.birthDate === birthDate ? "swapped" : null;
  }
  const isCard = (text: string) => "parts" in readFamilyCard(text, today);
  if (ownParts?.sex === "female") return "straight";
  return otherParts?.sex === "female" && isCard(nik) ? "swapped" : null;
}
