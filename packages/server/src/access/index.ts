export { authorise, requireSecondPerson, scopeOf, type Grant } from "./authorise.ts";
export { accessMatrix, type ScopeCode } from "./access-matrix.ts";
export { isWithin, type Whereabouts } from "./is-within.ts";
export { maskOf, type FieldMask } from "./field-masks.ts";
export { type Permission, type PersonField } from "./permission.generated.ts";
