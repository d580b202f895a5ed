import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoAccounts } from "@tuwai/server/accounts";
import type { Role } from "@tuwai/server/app";
import { getClaim } from "@tuwai/server/claims";
import {
  aConfirmedCase,
  anActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };
let folder = "";
let claim = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-claims-"));
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  await insertPlaces(city.app);
  await openCity(city.app);
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2027-06-12T03:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
});
afterEach(async () => {
  process.env = { ...before };
  await rm(folder, { recursive: true });
});

async function begin(
  ...happened: Parameters<typeof aConfirmedCase> extends [unknown, ...infer Rest] ? Rest : never
) {
  const { claimCode, person } = await aConfirmedCase(city, ...happened);
  for (const [name, role, scope] of [
    ["opr", "OPR", places.naras.code],
    ["lain", "OPR", places.kampung.code],
    ["mgr", "MGR", undefined],
    ["aud", "AUD", undefined],
  ] as const)
    await account(name, role, scope);
  claim = `KL-${claimCode}`;
  return person;
}

async function account(name: string, role: Role, scope: string | undefined): Promise<void> {
  const given = { email: `${name}@demo.tuwai.id`, name, role };
  const full = scope === undefined ? given : { ...given, scope };
  await createDemoAccounts(city.app, [full], "kata sandi yang panjang");
}

async function run(as: string, ...argv: readonly string[]) {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main([...argv, "--as", as, "--json"], streams);
  return { exitCode, document: JSON.parse(text) as never, text };
}
const step = (as: string, ...argv: readonly string[]) => run(as, "claim", "step", claim, ...argv);

const refused = (...reasons: readonly string[]) => ({
  exitCode: 2,
  document: { error: { code: "conflict", details: { reasons } } },
});

describe("tuwai claim", () => {
  test("takes a death from the file to the money: 42 million handed in, received and closed, as on the pages", async () => {
    await begin();
    expect(await step("opr", "hand-in", "--on", "2027-06-12")).toMatchObject(refused("documents-missing"));
    const shown = await run("opr", "claim", "show", claim);
    const { documents } = shown.document as { documents: { code: string; state: string }[] };
    for (const { code, state } of documents)
      if (state === "missing")
        expect(await run("opr", "claim", "document", claim, code, "--state", "have")).toMatchObject({
          exitCode: 0,
        });
    const handedIn = await step("opr", "hand-in", "--on", "2027-06-12");
    expect(handedIn).toMatchObject({ document: { state: "handed-in", expected: 42_000_000 } });
    expect(await step("mgr", "accept", "--on", "2027-06-12")).toMatchObject({ exitCode: 0 });
    const amounts = ["death-lump=20.000.000", "periodic=12.000.000", "funeral=10.000.000"];
    const paid = await step(
      "mgr",
      "pay",
      "--on",
      "2027-06-12",
      ...amounts.flatMap((each) => ["--amount", each]),
    );
    expect(paid).toMatchObject({ document: { state: "paid", received: 42_000_000 } });
    expect(await step("mgr", "close")).toMatchObject({ document: { state: "closed" } });
    expect(await run("mgr", "claim", "list", "--stage", "over")).toMatchObject({
      document: { claims: [{ expected: 42_000_000, received: 42_000_000 }] },
    });
    const claimCode = claim.slice(3);
    const seen = await getClaim(city.app, anActor(city.app, "MGR"), { claimCode });
    expect(seen).toMatchObject({ state: "closed", expected: 42_000_000, received: 42_000_000 });
    expect(seen.money.every(({ difference }) => difference === 0)).toBe(true);
  });

  test("of an accident keeps what the doctor said: fourteen months bring 13 million, what comes later is added", async () => {
    await begin({ kind: "work-accident", on: "2027-06-11", time: "08:15", evidence: "hospital-letter" });
    expect(await step("opr", "tell-bpjs", "--on", "2027-06-12", "--time", "09:25")).toMatchObject({
      exitCode: 0,
    });
    expect(await step("opr", "facts", "--months-unable", "14")).toMatchObject({
      document: { expected: 13_000_000 },
    });
    expect(await step("opr", "facts", "--transport", "land=1000000")).toMatchObject({
      document: { expected: 14_000_000 },
    });
    expect(await step("opr", "facts", "--disability", "partial")).toMatchObject({ exitCode: 64 });
    expect(await step("opr", "facts", "--transport", "rail=1")).toMatchObject({ exitCode: 64 });
  });

  test("names nobody unless a reason is given, which the case keeps", async () => {
    const person = await begin();
    const [{ name }] = (await readRows(
      city.app,
      "select full_name as name from app.persons where id = ?",
      person.id,
    )) as [{ name: string }];
    for (const words of [["list"], ["show", claim]])
      expect((await run("opr", "claim", ...words)).text).not.toMatch(new RegExp(`${name}|${person.nik}`));
    const opened = await run("opr", "claim", "show", claim, "--reason", "helping-family");
    expect(opened).toMatchObject({ document: { name } });
    expect(await run("opr", "claim", "show", claim)).toMatchObject({ document: { looks: { times: 1 } } });
  });

  test("writes a letter that only its owner reads, once, and says so in the case", async () => {
    await begin();
    const out = join(folder, "permohonan.doc");
    const ask = ["claim", "letter", claim, "permohonan", "--reason", "helping-family", "--out", out];
    const written = await run("opr", ...ask);
    expect(written).toMatchObject({ exitCode: 0, document: { file: out, letter: "permohonan" } });
    expect((await stat(out)).mode & 0o077).toBe(0);
    expect(await readFile(out, "utf8")).toContain("Rp42.000.000");
    expect(await run("opr", ...ask)).toMatchObject({ document: { error: { code: "file-not-writable" } } });
    const pdf = join(folder, "laporan.pdf");
    await run("mgr", "claim", "letter", claim, "laporan", "--reason", "checking-file", "--out", pdf);
    expect((await readFile(pdf)).subarray(0, 8).toString()).toBe("%PDF-1.7");
    const { document } = await run("opr", "claim", "show", claim);
    const { journey } = document as { journey: { step: string }[] };
    expect(journey.filter((each) => each.step === "letter").length).toBeGreaterThan(1);
  });

  test("is not found by another village, and changed by nobody who only watches", async () => {
    await begin();
    for (const words of [
      ["show", claim],
      ["document", claim, "id-card", "--state", "have"],
      ["step", claim, "help"],
    ])
      expect(await run("lain", "claim", ...words)).toMatchObject({
        document: { error: { code: "not-found" } },
      });
    expect(await step("aud", "close")).toMatchObject({ document: { error: { code: "forbidden" } } });
    expect(await step("opr", "close")).toMatchObject({ document: { error: { code: "forbidden" } } });
  });
});
