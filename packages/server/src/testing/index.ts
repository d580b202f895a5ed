export { testDatabase, type TestDatabase } from "./test-database.ts";
export {
  anActor,
  type Described,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  readRowsAs,
} from "./people-rows.ts";
export {
  aCivilServant,
  aKpj,
  anEndorsedPerson,
  aNik,
  applyRows,
  aSteppedUpActor,
  branch,
  endorse,
  openCity,
  readAs,
  type ThreadPerson,
  undoRows,
} from "./build-thread.ts";
export { withoutRowPolicies } from "./without-row-policies.ts";
