export { firstSteps } from "./first-steps.ts";
export { openServer } from "./open-server.ts";
export { requireOrigin } from "./require-origin.ts";
export { readConfig } from "./read-config.ts";
export { setUp } from "./set-up.ts";
export { uploadRoutes } from "./upload-routes.ts";
