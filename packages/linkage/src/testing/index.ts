export { type SyntheticPerson, randomNumbers, syntheticLists, syntheticTypes } from "./synthetic-persons.ts";
export { chdbSession } from "./chdb-session.ts";
