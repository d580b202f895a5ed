export { type SyntheticPerson, randomNumbers, syntheticLists } from "./synthetic-persons.ts";
