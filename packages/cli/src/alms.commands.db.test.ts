import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { openCampaign } from "@tuwai/server/alms";
import type { Role } from "@tuwai/server/app";
import { anActor, insertPlaces, openCity, testDatabase } from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
let folder = "";
const before = { ...process.env };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-alms-"));
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  await insertPlaces(city.app);
  await openCity(city.app);
  for (const role of ["CHR", "FIN"] as const) await account(role);
  await openCampaign(city.app, anActor(city.app, "CHR"), {
    operationId: city.app.newId(),
    title: "Sedekah",
    campaignCode: "yatim-2026",
    holderKind: "baznas",
    holderName: "BAZNAS Kota Pariaman",
    permitNumber: "",
    permitFrom: "",
    permitUntil: "",
    giveTo: "QRIS",
  });
});
afterEach(async () => {
  process.env = { ...before };
  await rm(folder, { recursive: true });
});

const account = (role: Role) =>
  createDemoAccounts(
    city.app,
    [{ email: `${role.toLowerCase()}@demo.tuwai.id`, name: role, role }],
    "kata sandi yang panjang",
  );

async function run(as: string, ...argv: readonly string[]) {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main([...argv, "--as", as, "--json"], streams);
  return { exitCode, document: JSON.parse(text) as never };
}

test("tuwai alms looks at a list before it records it, records it once, and reports the sums of the pages", async () => {
  const file = join(folder, "masuk.csv");
  await writeFile(
    file,
    "tanggal;jumlah;cara;rujukan\n2026-11-20;50.000;qris;a\n2026-11-20;25.000;transfer;b\nx;y;z;\n",
  );
  const receive = ["alms", "receive", file, "--campaign", "yatim-2026"];
  expect(await run("chr", ...receive)).toMatchObject({
    exitCode: 0,
    document: { accepted: 2, rupiah: 75_000 },
  });
  expect(await run("fin", "alms", "report", "--month", "2026-11")).toMatchObject({
    document: { total: { received: 0 } },
  });
  expect(await run("chr", ...receive, "--apply")).toMatchObject({
    exitCode: 3,
    document: { receipts: ["KS-2026-0001", "KS-2026-0002"], refused: [{ line: 4 }] },
  });
  expect(await run("chr", ...receive, "--apply")).toMatchObject({ document: { receipts: [] } });
  expect(await run("fin", "alms", "report", "--month", "2026-11")).toMatchObject({
    exitCode: 0,
    document: { total: { opening: 0, received: 75_000, left: 75_000 }, campaigns: [{ receipts: "few" }] },
  });
  const plan = ["--per-child", "75000", "--on", "2026-12-05", "--title", "Desember"];
  expect(await run("chr", "alms", "plan", "--campaign", "yatim-2026", ...plan)).toMatchObject({
    document: { outcome: "planned", children: 0, fund: 75_000 },
  });
  expect(await run("chr", "alms", "plan", "--campaign", "lain", ...plan)).toMatchObject({ exitCode: 2 });
  expect(await run("chr", "alms", "verify")).toMatchObject({ document: { ok: true, entries: 2 } });
});
