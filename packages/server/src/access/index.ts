export { authorise, requireSecondPerson, rolesWith, scopeOf, type Grant } from "./authorise.ts";
export { accessMatrix, type ScopeCode } from "./access-matrix.ts";
export { type Area, areaOf, isWithin, requireWithin, type Whereabouts, wholeCity } from "./is-within.ts";
export {
  enrolmentsWithin,
  importsWithin,
  packetsWithin,
  personsWithin,
  placeWithin,
  pledgesWithin,
} from "./within.store.ts";
export { maskOf, type FieldMask } from "./field-masks.ts";
export { type Permission, type PersonField } from "./permission.generated.ts";
