export { readSettings, writeMissingSettings } from "./read-settings.ts";
