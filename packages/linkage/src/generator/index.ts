export {
  type ErrorRates,
  type RateChanges,
  carelessness,
  changeRates,
  errorTable,
  fieldRates,
  registryRates,
  rowRates,
  scaleRates,
  withCare,
} from "./error-rates.ts";
export { type GeneratedRow, type ListedRow, generateLists, generateRows } from "./generate-lists.ts";
export type { GeneratorPlan } from "./list-plan.ts";
export type { Place } from "./make-people.ts";
export { type WrittenLists, writeLists } from "./write-lists.ts";
export type { Origin } from "./name-by-origin.ts";
export { type NamedPerson, mistype, respell, slipName } from "./slip-name.ts";
export {
  type NikFault,
  type FamilyCardFault,
  changeDigit,
  slipFamilyCard,
  slipNik,
  swapDigits,
} from "./slip-number.ts";
export { type BirthDateFault, slipBirthDate } from "./slip-birth-date.ts";
export { type Random, randomOf } from "./random.ts";
export { type NameTables, makeName, readNameTables } from "./make-name.ts";
export { type HouseholdPlace, composeHousehold } from "./compose-household.ts";
export { syntheticKecamatan } from "./issue-numbers.ts";
