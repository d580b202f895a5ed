import { fieldMasks, maskOf, type PersonField } from "@tuwai/server/access";
import { pledgeReaders } from "@tuwai/server/sponsors";
import { expect, it } from "vitest";
import { consentTextVersion } from "#language/sponsors.ts";

/** Whom each wording of the consent names. A sponsor signed under one of them: none is ever changed, a new wording is added. */
const named: Readonly<Record<string, readonly string[]>> = {
  "ikrar-2": ["MGR city", "BND own-office", "BKP city", "FIN city", "AUD city"],
};

it("the wording that is signed today names exactly those whom the access matrix lets see it: who widens one renews the other", () => {
  const today = pledgeReaders().map(({ role, where }) => `${role} ${where}`);
  expect(named[consentTextVersion]).toEqual(today);
});

it("a sponsor sees of a worker what both wordings promise and no field more: initials, work, village, and how far the cover is", () => {
  const fields = (Object.keys(fieldMasks) as PersonField[]).filter((field) => maskOf("SPN", field) !== null);
  const ofWorker = fields.filter((field) => field !== "sponsor_name");
  expect(ofWorker).toEqual([
    "worker_code",
    "full_name",
    "village",
    "occupation_group",
    "coverage_status",
    "paid_until",
    "claim_flag",
  ]);
  expect(maskOf("SPN", "full_name")).toBe("initials");
  expect(maskOf("SPN", "claim_flag")).toBe("consent");
});
