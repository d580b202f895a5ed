export { firstSteps } from "./first-steps.ts";
export { openServer } from "./open-server.ts";
export { keptFiles, prepareDemo } from "./prepare-demo.ts";
export { requireOrigin } from "./require-origin.ts";
export { readConfig } from "./read-config.ts";
export { restoreDemo } from "./restore-demo.ts";
export { setUp, settleMoment } from "./set-up.ts";
export { uploadRoutes } from "./upload-routes.ts";
