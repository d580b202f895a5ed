import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { ensureRegions } from "@tuwai/server/regions";
import { badFiles, openCity, readRows, testDatabase } from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };
const own = "13.77.02.2015";
let folder: string;

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  folder = mkdtempSync(join(tmpdir(), "tuwai-bad-files-"));
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  await ensureRegions(city.app);
  await openCity(city.app);
  await createDemoAccounts(
    city.app,
    [
      {
        email: "opr@demo.tuwai.id",
        name: "Operator",
        role: "OPR",
        scope: own,
      },
    ],
    "kata sandi yang panjang",
  );
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

test.each(badFiles)(
  "$what ends in its sentence; nothing of it is stored, and the original is kept",
  async (file) => {
    const { exitCode, document, text } = await send(file.name, await file.bytes());
    expect(exitCode).toBe(2);
    expect(document).toMatchObject({
      error: { code: "invalid-input", details: { issue: file.code, batch: expect.stringMatching(/^IM-/) } },
    });
    expect((document as { error: { message: string } }).error.message).toMatch(
      /[a-z]{4}.*\. .*tidak ada data yang berubah/,
    );
    expect(text).not.toContain(folder);
    expect(await stored()).toEqual({ rows: 0, persons: 0 });
    expect(await originals()).toEqual([true]);
  },
);

const header = "NIK;Nama;Tgl Lahir;Desa";
const line = (serial: number, name: string, village: string) =>
  `137792010579000${serial};${name};01-05-1979;${village}`;
const accented = [header, line(1, "Nurhayâti", "Naras I"), ""].join("\r\n");

test.each([
  ["UTF-16", Buffer.from(`\uFEFF${accented}`, "utf16le")],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${accented}`, "utf16le").swap16()],
  ["Windows-1252", Buffer.from(accented, "latin1")],
])("a list in %s comes in whole, letters and all", async (_, bytes) => {
  expect(await send("daftar.csv", bytes)).toMatchObject({
    exitCode: 0,
    document: { state: "applied", rows: { read: 2, accepted: 1, repair: 0, skipped: 1 } },
  });
  const [person] = await readRows<{ fullName: string }>(city.app, "select full_name from app.persons");
  expect(person?.fullName.toLowerCase()).toBe("nurhayâti");
});

test("rows of another village are held back one by one; the own ones come in", async () => {
  const list = [
    header,
    line(1, "Amir", "Naras I"),
    line(2, "Syafril", "Naras I"),
    line(3, "Ali", "Balai Naras"),
    "",
  ];
  const sent = await send("campur.csv", list.join("\n"));
  expect(sent).toMatchObject({
    exitCode: 3,
    document: { state: "applied", rows: { read: 4, accepted: 2, repair: 1, skipped: 1 } },
  });
  expect(sent.document).toMatchObject({ issues: [{ row: 4, code: "E-SCOPE", severity: "error" }] });
  expect((await stored()).persons).toBe(2);
});

test("a list that is another village's altogether is refused as a whole", async () => {
  const list = [
    header,
    ...[1, 2, 3].map((serial) => line(serial, `Ali ${"A".repeat(serial)}`, "Balai Naras")),
    "",
  ];
  expect(await send("salah.csv", list.join("\n"))).toMatchObject({
    exitCode: 2,
    document: { error: { details: { issue: "E-SCOPE-ALL" } } },
  });
  expect(await stored()).toEqual({ rows: 0, persons: 0 });
});

test("the same file twice is one import, whatever it is called", async () => {
  const first = await send("daftar.csv", accented);
  const second = await send("daftar-lagi.csv", accented);
  expect(second.exitCode).toBe(0);
  expect((second.document as Sent).batch).toBe((first.document as Sent).batch);
  expect((await stored()).persons).toBe(1);
  expect(await originals()).toEqual([true]);
});

type Sent = { readonly batch: string };

async function send(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const argv = ["import", path, "--kind", "village-list", "--village", own, "--as", "opr", "--json"];
  const exitCode = await main(argv, streams);
  return { exitCode, document: JSON.parse(text) as unknown, text };
}

async function stored(): Promise<{ readonly rows: number; readonly persons: number }> {
  const [rows] = await readRows<{ n: number }>(city.app, "select count(*)::int as n from app.import_rows");
  const [persons] = await readRows<{ n: number }>(city.app, "select count(*)::int as n from app.persons");
  return { rows: rows!.n, persons: persons!.n };
}

/** Whether the sealed original of each import is there; no other may be, but those of other tests. */
async function originals(): Promise<readonly boolean[]> {
  const uploads = join(process.env["TUWAI_DATA"]!, "uploads");
  const imports = await readRows<{ id: string }>(city.app, "select id from app.import_batches");
  expect(readdirSync(uploads).some((name) => name.endsWith(".new"))).toBe(false);
  return imports.map(({ id }) => existsSync(join(uploads, id)));
}
