import { expect, test } from "vitest";
import { handlersOf, schedulesOf, type Topic, workHandlers } from "#work";
import { features } from "./features.ts";

/** Complete by its type: a new topic that is missing here does not compile. */
const topics: Readonly<Record<Topic, true>> = {
  "import.advance": true,
  "import.advance-slow": true,
  "import.advance-large": true,
  "people.link": true,
  "people.resolve": true,
  "people.move": true,
  "people.reread-work": true,
  "people.forget-particulars": true,
  "eligibility.judge": true,
  "eligibility.judge-all": true,
  "cover.refresh": true,
  "cover.refresh-all": true,
  "arrears.refresh": true,
  "refunds.refresh": true,
  "arrears.digest": true,
  "arrears.mail-digest": true,
  "certificates.review": true,
  "coverage.publish": true,
  "follow-ups.remind": true,
  "aftercare.read-deciles": true,
  "aftercare.forget": true,
  "handovers.forget": true,
  "targeting.refresh": true,
  "link-samples.fill": true,
  "claims.forget": true,
  "families.forget": true,
  "figures.refresh": true,
  "planning.forecast": true,
  "dashboards.refresh": true,
  "imports.forget": true,
  "incident-reports.forget": true,
  "incident-reports.from-bpjs": true,
  "accounts.forget": true,
  "accounts.mail": true,
  "work.forget": true,
  "audit.forget": true,
  "contributions.run-nightly": true,
  "contributions.run-month": true,
  "ledger.post-obligations": true,
  "ledger.verify": true,
  "alms.verify": true,
  "matching.choose-pairs": true,
  "mandates.forget-account": true,
  "payroll.post": true,
  "backups.check": true,
};

test("every topic is handled by one feature, and no feature handles another's", () => {
  const given = workHandlers.all(features).flatMap((handlers) => Object.keys(handlers));
  expect(given.toSorted()).toEqual(Object.keys(topics).toSorted());
  expect(Object.keys(handlersOf({ features })).toSorted()).toEqual(Object.keys(topics).toSorted());
});

test("no two schedules share a name, and all run in the first hour, before anybody works", () => {
  const names = schedulesOf({ features }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(schedulesOf({ features }).filter(({ minute }) => minute >= 60)).toEqual([]);
});
