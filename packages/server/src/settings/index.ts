export { keepMoment, keepsMoment, markDemoCity, requireKind } from "./kind-of-city.ts";
export { readRegistrationAge } from "./read-registration-age.ts";
export { readSettings, type Settings, writeMissingSettings } from "./read-settings.ts";
export {
  type ContactName,
  contactNames,
  type Contacts,
  type ContactsOutcome,
  getContacts,
  readContacts,
  setContacts,
} from "./contacts.ts";
export { settingsFeature } from "./feature.ts";
