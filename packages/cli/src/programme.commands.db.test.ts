import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoAccounts } from "@tuwai/server/accounts";
import type { App, Role } from "@tuwai/server/app";
import { resultsApplier } from "@tuwai/server/packet-results";
import {
  aCivilServant,
  aKpj,
  anEndorsedPerson,
  applyRows,
  aSteppedUpActor,
  branch,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
let folder = "";
const before = { ...process.env };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuwai-programme-"));
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
  await account(city.app, "mgr", "MGR");
  await account(city.app, "bpj", "BPJ", branch);
});
afterEach(async () => {
  process.env = { ...before };
  await rm(folder, { recursive: true });
});

async function account(app: App, name: string, role: Role, scope?: string): Promise<void> {
  const email = `${name}@demo.tuwai.id`;
  const given = { email, name, role };
  const account = scope === undefined ? given : { ...given, scope };
  await createDemoAccounts(app, [account], "kata sandi yang panjang");
}

type Ran = { readonly exitCode: number; readonly document: never; readonly text: string };

async function run(as: string, ...argv: readonly string[]): Promise<Ran> {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main([...argv, "--as", as, "--json"], streams);
  return { exitCode, document: JSON.parse(text) as never, text };
}

async function sponsorSigns(): Promise<void> {
  const sponsor = await aCivilServant(city.app);
  await account(city.app, "spn", "SPN", sponsor.scope);
  const flags = ["--cap", "20000", "--from", "2026-11", "--agree", "ikrar-1"];
  const signed = await run("spn", "pledge", "sign", ...flags);
  expect(signed).toMatchObject({ exitCode: 0, document: { outcome: "signed", code: expect.any(String) } });
}

describe("tuwai pledge, match, packet and cover", () => {
  test("take a worker from a sponsor's signature to a sent packet, the branch's answer and a stop", async () => {
    const person = await anEndorsedPerson(city.app, { priority: 40 });
    await sponsorSigns();
    expect(await run("mgr", "match", "propose")).toMatchObject({ document: { proposals: 1 } });
    expect(await run("mgr", "match", "list")).toMatchObject({
      document: { proposals: [{ person: { code: person.code } }] },
    });
    expect(await run("mgr", "match", "accept", "--all")).toMatchObject({
      exitCode: 0,
      document: { accepted: [{ personCode: person.code }], refused: [] },
    });
    const composed = await run("mgr", "packet", "compose", "--month", "2026-11");
    expect(composed).toMatchObject({
      exitCode: 0,
      document: { packets: [{ code: "PKT-2026-11-01", totalRupiah: 8400 }] },
    });
    const send = ["packet", "send", "PKT-2026-11-01", "--count"];
    expect(await run("mgr", ...send, "2")).toMatchObject({
      exitCode: 2,
      document: { error: { code: "conflict" } },
    });
    expect(await run("mgr", ...send, "1")).toMatchObject({ exitCode: 0, document: { outcome: "sent" } });
    expect(await run("mgr", "cover", "list")).toMatchObject({
      document: { counts: [{ state: "waiting", count: 1 }], workers: [{ state: "waiting" }] },
    });
    const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: city.app.newId() };
    const officer = aSteppedUpActor(city.app, "BPJ", branch);
    await applyRows(city.app, officer, file, [{ personCode: person.code, kpj: aKpj(), result: "accepted" }]);
    expect(await run("bpj", "packet", "show", "pkt-2026-11-01")).toMatchObject({
      document: { state: "answered", rows: [{ state: "accepted" }] },
    });
    expect(await run("mgr", "enrolment", "list", "--state", "accepted")).toMatchObject({
      document: { enrolments: [{ person: { code: person.code } }] },
    });
    const explained = await run("mgr", "cover", "person", person.code);
    expect(explained).toMatchObject({ exitCode: 0, document: { person: { code: person.code } } });
    expect(explained.text).not.toContain(person.nik);
    expect(await run("spn", "pledge", "show")).toMatchObject({
      document: { pledge: { state: "active" }, workers: [{ name: "S. A." }] },
    });
    expect(await run("spn", "pledge", "stop")).toMatchObject({
      document: { stopMonth: "2026-12", freed: 1 },
    });
    expect(await run("mgr", "pledge", "list", "--state", "stopped")).toMatchObject({
      document: { pledges: [{ state: "stopped" }] },
    });
  });

  test("write the file for BPJS and the form for its answer, readable by their owner only, once", async () => {
    const person = await anEndorsedPerson(city.app);
    await run("mgr", "fund", "--source", "apbd", "--persons", person.code);
    await run("mgr", "packet", "compose", "--month", "2026-11");
    await run("mgr", "packet", "send", "PKT-2026-11-01", "--count", "1");
    const out = join(folder, "paket.xlsx");
    const ask = ["packet", "download", "PKT-2026-11-01", "--purpose", "unggah ke SIPP", "--out", out];
    expect(await run("bpj", ...ask)).toMatchObject({ exitCode: 0, document: { file: out } });
    expect((await stat(out)).mode & 0o077).toBe(0);
    expect(await run("bpj", ...ask)).toMatchObject({
      exitCode: 2,
      document: { error: { code: "file-not-writable" } },
    });
    const form = join(folder, "hasil.csv");
    await run("bpj", "packet", "result-template", "PKT-2026-11-01", "--out", form);
    expect(await readFile(form, "utf8")).toBe(
      `Kode Pekerja;Hasil;Alasan;No KPJ;Tanggal Hasil\r\n${person.code};;;;\r\n`,
    );
  });

  test("exit with 3 when some stay behind, with 2 when nothing could be done", async () => {
    const good = await anEndorsedPerson(city.app);
    const bad = await anEndorsedPerson(city.app, { nik: null });
    const stranger = await anEndorsedPerson(city.app, { isEndorsed: false });
    const fund = (...codes: readonly string[]) =>
      run("mgr", "fund", "--source", "csr", "--persons", ...codes);
    expect(await fund(good.code, bad.code, stranger.code)).toMatchObject({
      exitCode: 3,
      document: {
        funded: [{ personCode: good.code }, { personCode: bad.code }],
        refused: [{ personCode: stranger.code, reasons: ["not-waiting"] }],
      },
    });
    expect(await fund(stranger.code)).toMatchObject({ exitCode: 2 });
    expect(await run("mgr", "packet", "compose", "--month", "2026-11")).toMatchObject({
      exitCode: 3,
      document: { leftOut: [{ personCode: bad.code, reasons: ["nik-missing"] }] },
    });
    expect(await run("mgr", "packet", "compose", "--month", "2026-10")).toMatchObject({
      exitCode: 2,
      document: { error: { code: "invalid-input", details: { reasons: ["month-in-past"] } } },
    });
    expect(await run("mgr", "packet", "remove", "PKT-2026-11-01", good.code)).toMatchObject({ exitCode: 2 });
    expect(await run("mgr", "packet", "withdraw", "PKT-2026-11-01")).toMatchObject({
      document: { freed: 1 },
    });
  });

  test("show and change the columns of the BPJS file", async () => {
    await account(city.app, "adm", "ADM");
    const shown = await run("adm", "packet", "mapping", "show");
    expect(shown).toMatchObject({ document: { branch, number: 1, confirmed: false } });
    const path = join(folder, "kolom.json");
    const { columns } = shown.document as { columns: readonly { field: string; header: string }[] };
    await writeFile(path, JSON.stringify({ columns: columns.filter(({ field }) => field !== "email") }));
    expect(await run("adm", "packet", "mapping", "set", path)).toMatchObject({ document: { number: 2 } });
    await writeFile(path, JSON.stringify({ columns: [] }));
    expect(await run("adm", "packet", "mapping", "set", path)).toMatchObject({
      exitCode: 2,
      document: { error: { details: { reasons: [{ reason: "field-missing" }] } } },
    });
    await writeFile(path, JSON.stringify({ kolom: 1 }));
    expect(await run("adm", "packet", "mapping", "set", path)).toMatchObject({ exitCode: 2 });
  });

  test("decline a proposal with a reason; the worker waits again", async () => {
    await anEndorsedPerson(city.app);
    await sponsorSigns();
    await run("mgr", "match", "propose");
    const { document } = await run("mgr", "match", "list");
    const [{ id }] = (document as { proposals: [{ id: string }] }).proposals;
    expect(await run("mgr", "match", "accept", "x")).toMatchObject({ exitCode: 2 });
    expect(await run("mgr", "match", "accept")).toMatchObject({ exitCode: 64 });
    expect(await run("mgr", "match", "decline", id, "--reason", "other")).toMatchObject({ exitCode: 0 });
    expect(await run("mgr", "match", "accept", id)).toMatchObject({ exitCode: 2 });
  });
});

describe("access", () => {
  test("a sponsor changes no packet, a branch composes none, an operator sees the own village only", async () => {
    const own = await anEndorsedPerson(city.app);
    const other = await anEndorsedPerson(city.app, { place: places.kampung });
    await run("mgr", "fund", "--source", "apbd", "--persons", own.code, other.code);
    await account(city.app, "opr", "OPR", places.naras.code);
    await sponsorSigns();
    for (const as of ["spn", "bpj", "opr"]) {
      expect(await run(as, "packet", "compose", "--month", "2026-11")).toMatchObject({
        exitCode: 2,
        document: { error: { code: "forbidden" } },
      });
      expect(await run(as, "match", "propose")).toMatchObject({ exitCode: 2 });
    }
    const seen = await run("opr", "enrolment", "list");
    expect(seen.text).toContain(own.code);
    expect(seen.text).not.toContain(other.code);
    await run("mgr", "packet", "compose", "--month", "2026-11");
    const out = join(folder, "x.xlsx");
    const ask = ["packet", "download", "PKT-2026-11-01", "--purpose", "x", "--out", out];
    expect(await run("bpj", ...ask)).toMatchObject({ document: { error: { code: "not-found" } } });
    expect(existsSync(out)).toBe(false);
    expect(await run("nobody", "packet", "list")).toMatchObject({
      exitCode: 2,
      document: { error: { code: "unauthenticated" } },
    });
  });
});
