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
