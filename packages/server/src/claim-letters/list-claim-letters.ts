import {
  composeLetter,
  lacksOfLetter,
  type LetterKind,
  type LetterLack,
  lettersOf,
  type Signer,
  signersOf,
} from "@tuwai/domain/claim-letters";
import { blanksOf } from "@tuwai/domain/drafts";
import { read } from "#use-case";
import { readLetterFacts } from "./read-letter-facts.ts";

export type ListedLetter = {
  readonly letter: LetterKind;
  readonly signers: readonly Signer[];
  /** What could be mended before it is printed; empty: ready. */
  readonly lacks: readonly LetterLack[];
  /** What the office or the family writes by hand. */
  readonly blanks: readonly string[];
  /** When it was last made; null while it was not. */
  readonly madeAt: Date | null;
};

export type ClaimLetters = {
  readonly claimCode: string;
  readonly initials: string;
  readonly village: string;
  readonly isDeath: boolean;
  readonly letters: readonly ListedLetter[];
};

/** The letters of a case, which are ready and what each still lacks; nobody is named here. Throws `not-found`. */
export const listClaimLetters = read(
  { purpose: "claim-letters", permission: "claim.help" },
  async (step, asked: { readonly claimCode: string }): Promise<ClaimLetters> => {
    const { facts, claim } = await readLetterFacts(step, asked);
    const madeAt = (letter: LetterKind) =>
      claim.journey.findLast(({ step: of, details }) => of === "letter" && details["letter"] === letter)
        ?.takenAt ?? null;
    return {
      claimCode: claim.code,
      initials: claim.initials,
      village: facts.office.village,
      isDeath: claim.kind !== "work-accident",
      letters: lettersOf(claim.kind).map((letter) => ({
        letter,
        signers: signersOf(letter),
        lacks: lacksOfLetter(letter, facts),
        blanks: blanksOf(composeLetter(letter, facts)),
        madeAt: madeAt(letter),
      })),
    };
  },
);
