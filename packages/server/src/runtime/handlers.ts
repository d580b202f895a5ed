import { refreshCoverage } from "#coverage";
import { refreshCover } from "#cover";
import { judgePersons } from "#eligibility";
import { advanceImport } from "#imports";
import { linkBatch } from "#linking";
import type { Handlers } from "#outbox";

/** Which work follows which commit. */
export const handlers: Handlers = {
  "import.advance": (app, payload) => advanceImport(app, payload["batchId"] as string),
  "people.link": (app, payload) => linkBatch(app, payload),
  "eligibility.judge": judgePersons,
  "cover.refresh": refreshCover,
  "coverage.publish": (app) => refreshCoverage(app),
};
