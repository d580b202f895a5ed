export { explainPersonCover, type PersonCover } from "./explain-person-cover.ts";
export { insertCoverEvents, type NewCoverEvent } from "./cover-event.store.ts";
export { type CoverList, type ListedCover, listCover } from "./list-cover.ts";
export { refreshAllCover, refreshCover } from "./refresh-cover.ts";
export { type PersonColumns, showPerson, shownFields, type ShownPerson } from "./show-person.ts";
export { coverFeature } from "./feature.ts";
