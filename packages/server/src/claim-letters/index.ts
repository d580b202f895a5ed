export { claimLettersFeature } from "./feature.ts";
export { type ClaimLetters, listClaimLetters, type ListedLetter } from "./list-claim-letters.ts";
export {
  type LetterFile,
  type LetterFormat,
  type LetterOutcome,
  makeClaimLetter,
} from "./make-claim-letter.ts";
