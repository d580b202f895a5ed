export { composeLetter } from "./compose-letter.ts";
export {
  lacksOfLetter,
  type LetterDocument,
  type LetterFacts,
  type LetterHeirs,
  type LetterKind,
  type LetterLack,
  lettersOf,
  type Signer,
  signersOf,
} from "./letter-facts.ts";
