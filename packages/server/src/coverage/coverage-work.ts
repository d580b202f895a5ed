import { handles } from "#work";
import { refreshCoverage } from "./refresh-coverage.ts";

/** However often it is asked for, waiting publications are one. */
export const coverageWork = handles("coverage.publish", {
  work: (app) => refreshCoverage(app),
  unite: () => ({}),
});
