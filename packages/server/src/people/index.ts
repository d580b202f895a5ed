export { addDescribedPerson, addPerson } from "./add-person.ts";
export { findKnownCodes, type KnownCode } from "./find-known-codes.ts";
export { knownWords } from "./known-words.ts";
export { forgetParticulars } from "./forget-particulars.ts";
export { movePerson } from "./move-person.ts";
export { requireCode } from "./require-code.ts";
export { resolvePersons, resolveWhole } from "./resolve-persons.ts";
export { contentHash } from "./source-record.ts";
export { setAside, setAsideUndescribed } from "./set-aside.ts";
export { wordsTogether } from "./known-words.ts";
export { editPlace, type WrittenField, writtenFields } from "./said-of.ts";
export { type LifeDates, setLifeDates } from "./set-life-dates.ts";
export { setNikStatuses } from "./set-nik-statuses.ts";
export { peopleFeature } from "./feature.ts";
export {
  maskBirthDate,
  maskName,
  seenFields,
  showPerson,
  shownFields,
  type ShownPerson,
} from "./show-person.ts";
