export { type SyntheticPerson, randomNumbers, syntheticLists } from "./synthetic-persons.ts";
export { chdbSession } from "./chdb-session.ts";
