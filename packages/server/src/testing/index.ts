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
} from "./people-rows.ts";
