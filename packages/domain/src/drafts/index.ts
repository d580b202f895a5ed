export { composeDraft } from "./compose-draft.ts";
export { blank, blanksOf, type Block, type Draft, type Inline, numberOf, type Sentence } from "./draft.ts";
export {
  type DraftFacts,
  type DraftKind,
  draftKinds,
  type DraftLack,
  type DraftLine,
  type DraftPerson,
  draftsOf,
  lacksOf,
  namesPeople,
} from "./draft-facts.ts";
export { letterhead } from "./draft-words.ts";
export { type Paper, papers, writeWord } from "./write-word.ts";
