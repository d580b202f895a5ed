import type { Draft } from "#drafts";
import { applicationLetter } from "./application-letter.ts";
import { heirsLetter } from "./heirs-letter.ts";
import type { LetterFacts, LetterKind } from "./letter-facts.ts";
import { reportLetter } from "./report-letter.ts";
import { workLetter } from "./work-letter.ts";

const writers: Readonly<Record<LetterKind, (facts: LetterFacts) => Draft>> = {
  laporan: reportLetter,
  "ahli-waris": heirsLetter,
  kerja: workLetter,
  permohonan: applicationLetter,
};

/** A letter of a claim, filled from the register; what it cannot know is a blank that says what belongs there. */
export const composeLetter = (letter: LetterKind, facts: LetterFacts): Draft => writers[letter](facts);
