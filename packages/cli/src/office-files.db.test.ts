import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { sealRow } from "@tuwai/server/imports";
import { ensureRegions } from "@tuwai/server/regions";
import { openCity, readRows, testDatabase } from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-29T02:00:00Z" });
const before = { ...process.env };
const files = new URL("../../server/testdata/office-files/", import.meta.url);
let folder: string;

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  folder = mkdtempSync(join(tmpdir(), "tuwai-office-"));
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-29T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  await ensureRegions(city.app);
  await openCity(city.app);
  await createDemoAccounts(
    city.app,
    [{ email: "opr@demo.tuwai.id", name: "Operator", role: "OPR", scope: "13.77.02.2015" }],
    "kata sandi yang panjang",
  );
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

test("a preview tells of every physical record what it was understood as, and nothing is applied", async () => {
  const { document, lines } = await send("an-nisa-bernomor-tanpa-nik.xlsx", "--dry-run");
  expect(document).toMatchObject({ state: "checked", rows: { read: 9, accepted: 8, repair: 0, skipped: 1 } });
  expect(lines).toHaveLength(9);
  expect(lines[0]).toMatchObject({ row: 1, outcome: "header", values: {}, codes: [] });
  expect(lines[3]).toMatchObject({
    row: 4,
    outcome: "accepted",
    values: { nikStatus: "absent" },
    codes: ["W-NIK-ABSENT"],
  });
  expect(lines.every(({ sheet }) => typeof sheet === "string" && sheet !== "")).toBe(true);
  expect(await readRows(city.app, "select 1 from app.persons")).toEqual([]);
});

test("lists on several sheets with the same columns come in together and say so; one sheet comes alone when it is named", async () => {
  const all = await send("xlsx-satu-lembar-tiap-rt.xlsx", "--dry-run");
  expect(all.document).toMatchObject({
    rows: { accepted: 9 },
    issues: [{ row: null, code: "W-SHEETS", severity: "warning" }],
  });
  const names = [...new Set(all.lines.map(({ sheet }) => String(sheet)))];
  expect(names).toHaveLength(3);
  const one = await send("xlsx-satu-lembar-tiap-rt.xlsx", "--dry-run", "--sheet", names[1]!);
  expect(one.document).toMatchObject({ rows: { read: 4, accepted: 3 } });
  expect(new Set(one.lines.map(({ sheet }) => sheet))).toEqual(new Set([names[1]]));
  const none = await send("xlsx-satu-lembar-tiap-rt.xlsx", "--dry-run", "--sheet", "RT 99");
  expect(none).toMatchObject({ exitCode: 2, document: { code: "choose-sheet", sheets: names } });
});

test("a mended file of faulty rows goes back into its list by the same command, which says what each row did", async () => {
  const header = "No;Nama Lengkap;NIK;Tgl Lahir;L/P;Pekerjaan";
  const good = [
    "1;ALI;1377920107600007;01/07/1960;L;Tani",
    "2;BUDI;1377920108600008;01/08/1960;L;Tani",
    "3;CITRA;1377924109600009;01/09/1960;P;Tani",
  ];
  const faulty = "4;YUSNIDAR;13779243058003;03/05/1980;P;Penjual ikan";
  const sent = await give(fileOf("daftar.csv", header, ...good, faulty));
  const code = sent.document.batch;
  expect(sent).toMatchObject({ exitCode: 3, document: { state: "applied", rows: { repair: 1 } } });
  const [{ id } = { id: "" }] = await readRows<{ id: string }>(
    city.app,
    "select id::text from app.import_batches",
  );
  const key = sealRow(city.app, id, { sheet: 1, row: 5, version: 0 });
  const mended = fileOf(
    "p.csv",
    "NIK;Kode impor;Kunci baris",
    `1377924305800003;${code};${key}`,
    `1;${code};x`,
  );
  expect(await give(mended, "--dry-run"), "it cannot be tried without changing anything").toMatchObject({
    exitCode: 2,
  });
  const returned = { repeated: false, mended: [5], remaining: 0, unknown: [3] };
  expect(await give(mended)).toMatchObject({
    exitCode: 0,
    document: { batch: code, returned, rows: { accepted: 4, repair: 0, detail: { applied: 4 } } },
  });
  expect(await give(mended)).toMatchObject({ document: { batch: code, returned: { repeated: true } } });
});

function fileOf(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

async function give(path: string, ...more: string[]) {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const argv = ["import", path, "--kind", "village-list", "--as", "opr", "--json", ...more];
  const exitCode = await main(argv, streams);
  return { exitCode, document: JSON.parse(text) as { readonly batch: string } };
}

type Line = Readonly<Record<string, unknown>>;

async function send(name: string, ...more: string[]) {
  const preview = join(folder, "preview.jsonl");
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const file = fileURLToPath(new URL(name, files));
  const argv = [
    "import",
    file,
    "--kind",
    "village-list",
    "--village",
    "13.77.02.2015",
    "--as",
    "opr",
    "--json",
  ];
  const exitCode = await main([...argv, "--preview", preview, ...more], streams);
  const written = readFileSync(preview, "utf8").split("\n").filter(Boolean);
  return {
    exitCode,
    document: JSON.parse(text) as unknown,
    lines: written.map((line) => JSON.parse(line) as Line),
  };
}
