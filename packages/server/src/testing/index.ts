export { codeFrom } from "./authenticator.ts";
export { letLeaseRunOut, testChild } from "./test-child.ts";
export { type MailServer, openMailServer } from "./mail-server.ts";
export { testDatabase, type TestDatabase } from "./test-database.ts";
export { placesDatabase } from "./places-database.ts";
export { fillEveryTable } from "./fill-every-table.ts";
export { emptyDatabase } from "./empty-database.ts";
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
  openCity,
  readAs,
  type ThreadPerson,
  undoRows,
} from "./build-thread.ts";
export { type Thread } from "./three-places.ts";
export { sendReady } from "./send-ready.ts";
export { aConfirmedCase } from "./confirmed-case.ts";
export { aSponsoredWorker, receiveMonths } from "./sponsored-worker.ts";
export { asPromised, payrollDesk } from "./payroll-desk.ts";
export { withoutRowPolicies } from "./without-row-policies.ts";
export { badFiles, type BadFile } from "./bad-files.ts";
export { type OldCity, openOldCity } from "./old-city.ts";
export { type RegisterSize, syntheticRegister } from "./synthetic-register.ts";
export { runAsAdmin } from "./template-database.ts";
