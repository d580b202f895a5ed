export { composeDraft } from "./compose-draft.ts";
export { blanksOf, type Draft } from "./draft.ts";
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
export { numberOf } from "./draft.ts";
export { type Paper, papers, writeWord } from "./write-word.ts";
