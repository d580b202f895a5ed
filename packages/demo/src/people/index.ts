export { CALIBRATION } from "./calibration.ts";
export type { DemoRegion, DemoVillage } from "./demo-region.ts";
export { makeCity } from "./make-city.ts";
export type { City, CivilServant, Household, Membership, Office, Person, Work } from "./person.ts";
export { readCsvTable } from "./read-csv-table.ts";
