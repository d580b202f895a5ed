import { refreshCoverage } from "@tuwai/server/coverage";
import { refreshCover } from "@tuwai/server/cover";
import { judgePersons } from "@tuwai/server/eligibility";
import { advanceImport } from "@tuwai/server/imports";
import { linkBatch } from "@tuwai/server/linking";
import type { Handlers } from "@tuwai/server/outbox";

/** Which work follows which commit. */
export const handlers: Handlers = {
  "import.advance": (app, payload) => advanceImport(app, payload["batchId"] as string),
  "people.link": (app, payload) => linkBatch(app, payload),
  "eligibility.judge": judgePersons,
  "cover.refresh": refreshCover,
  "coverage.publish": (app) => refreshCoverage(app),
};
