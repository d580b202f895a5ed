import { readFileSync } from "node:fs";
import { join } from "node:path";
import { month } from "@tuwai/domain/time";
import { ensureSettings } from "@tuwai/server/contributions";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { verifyLedger } from "@tuwai/server/ledger";
import { ensureLinkingSettings } from "@tuwai/server/linking";
import { ensureDefaultPacketMapping } from "@tuwai/server/packet-mapping";
import { ensureRegions } from "@tuwai/server/regions";
import { testDatabase } from "@tuwai/server/testing";
import { expect, test } from "vitest";
import { beginDemoCity, isBalanced, loadDemoCity, playOn } from "#city";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const options = { scale: 0.02, months: 2, kecamatan: 1 };

test("a city lives through three months: each ledger is whole, each payer's money is there, and a month played again changes nothing", async () => {
  const { app } = city;
  await beginDemoCity(app, options);
  for (const ensure of [ensureRegions, ensureSettings, ensureLinkingSettings, ensureDefaultPolicy])
    await ensure(app);
  await ensureDefaultPacketMapping(app);
  await loadDemoCity(app, () => {}, options);
  expect(app.clock.now().toISOString()).toBe("2026-11-21T02:00:00.000Z");
  const book = () => readFileSync(join(app.config.dataDir, "demo/buku-kota.json"), "utf8");
  const shown = (JSON.parse(book()) as { readonly reports: Awaited<ReturnType<typeof playOn>> }).reports;
  const [december] = await playOn(app, 1, () => {});
  expect([...shown, december!].map((played) => played.month)).toEqual(["2026-10", "2026-11", "2026-12"]);
  for (const played of [...shown, december!]) {
    expect(isBalanced(played)).toBe(true);
    expect(played.covered).toBeGreaterThan(0);
    expect(played.moneyIn).toBe(played.moneyOut + played.balance);
  }
  expect(december!.payers.map(({ payer }) => payer)).toContain("civil-servants");
  const [books, kept] = [await verifyLedger(app), book()];
  await loadDemoCity(app, () => {}, options);
  expect(book()).toBe(kept);
  expect((await verifyLedger(app)).entries).toBe(books.entries);
  expect(december!.month).toBe(month("2026-12"));
}, 120_000);
