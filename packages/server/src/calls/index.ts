export { type Ask, type CallSource, callSources } from "./call-source.ts";
export { type Call, type CallList, listCalls, type Reason } from "./list-calls.ts";
export {
  type ContactField,
  getVillageContact,
  tellVillageContact,
  type ToldOutcome,
} from "./tell-village-contact.ts";
export type { VillageContact } from "./village-contact.store.ts";
export { callsFeature } from "./feature.ts";
