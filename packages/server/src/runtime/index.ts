export { openServer } from "./open-server.ts";
export { readConfig } from "./read-config.ts";
