export {
  authorise,
  isStaff,
  may,
  requireSecondFactor,
  requireSecondPerson,
  requireSeesPlace,
  rolesWith,
  scopeOf,
  type Grant,
} from "./authorise.ts";
export { cellOf, type Permission, permissions, type ScopeCode } from "./access-matrix.ts";
export { type Jurisdiction, jurisdictionOf } from "./jurisdiction.ts";
export { type Area, areaOf, requireWithin, type Whereabouts, wholeCity } from "./is-within.ts";
export {
  claimsWithin,
  enrolmentsWithin,
  importsWithin,
  officesWithin,
  packetsWithin,
  personsWithin,
  placeWithin,
  pledgesWithin,
  isCivilServant,
} from "./within.view.ts";
export { needsSecondFactor } from "./needs-second-factor.ts";
export { type FieldMask, fieldMasks, maskOf, type PersonField } from "./field-masks.ts";
