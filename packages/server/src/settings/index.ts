export { readSettings, writeMissingSettings } from "./read-settings.ts";
export { settingsFeature } from "./feature.ts";
