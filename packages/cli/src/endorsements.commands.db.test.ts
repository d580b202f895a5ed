import { createDemoAccounts } from "@tuwai/server/accounts";
import type { Role } from "@tuwai/server/app";
import { judgePersons } from "@tuwai/server/eligibility";
import {
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };
const naras = places.naras.code;
let fisher: { readonly id: string; readonly code: string };

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  for (const [name, role, scope] of [
    ["opr", "OPR", naras],
    ["kds", "KDS", naras],
    ["dat", "DAT", undefined],
    ["mgr", "MGR", undefined],
  ] as const)
    await account(name, role, scope);
  const list = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
  const worker = (name: string, birthDate: string, serial: number) =>
    insertPerson(app, list, {
      name,
      birthDate,
      nik: `137793010780000${serial}`,
      sex: "male",
      occupationGroup: "nelayan",
    });
  fisher = await worker("Amran", "1980-07-01", 1);
  await worker("Chairul", "1940-07-01", 3);
  await judgePersons(app, { all: true });
});
afterEach(() => {
  process.env = { ...before };
});

async function account(name: string, role: Role, scope: string | undefined): Promise<void> {
  const given = { email: `${name}@demo.tuwai.id`, name, role };
  const account = scope === undefined ? given : { ...given, scope };
  await createDemoAccounts(city.app, [account], "kata sandi yang panjang");
}

async function run(as: string, ...argv: readonly string[]) {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main([...argv, "--as", as, "--json"], streams);
  return { exitCode, document: JSON.parse(text) as never, text };
}
const error = (code: string, details: object = {}) => ({
  exitCode: 2,
  document: { error: { code, details } },
});

async function ask(): Promise<string> {
  const { app } = city;
  const id = app.newId();
  const record = await insertRecord(
    app,
    { id: await insertBatch(app, "dtsen"), kind: "dtsen" },
    { name: "Amran Koto", nik: "1377930107800002", attributes: { decile: 2 } },
  );
  await readRows(
    app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight,
       evidence, state, asked_at)
     select region_code, ?::uuid, village_code, kecamatan_code, id, ?::uuid, 'dtsen', 0.7, 3.2,
       '[{"comparison":"name","level":"very-alike","bits":9.1}]', 'open', now() from app.persons where id = ?`,
    id,
    record,
    fisher.id,
  );
  return id;
}

describe("tuwai list and tasks", () => {
  test("take a village from its candidates to an endorsed list, with the consent counted by the next judgement", async () => {
    expect(await run("opr", "tasks")).toMatchObject({
      exitCode: 0,
      document: { tasks: [{ code: "propose-list", count: 1, target: "village-lists" }] },
    });
    expect(await run("opr", "list", "candidates", "--village", naras)).toMatchObject({
      document: { counts: { ready: 1, ineligible: 1 }, candidates: [{}, { outcome: "ineligible" }] },
    });
    expect(await run("opr", "list", "propose", "--village", naras)).toMatchObject(
      error("conflict", { reasons: ["consent-not-declared"] }),
    );
    const proposed = await run("opr", "list", "propose", "--village", naras, "--consent-declared");
    const { endorsementId } = proposed.document as { endorsementId: string };
    expect(proposed).toMatchObject({ exitCode: 0, document: { included: 1, excluded: 1 } });
    expect(await run("mgr", "list", "candidates", "--village", naras)).toMatchObject({
      document: { counts: { eligible: 1, undetermined: 0 } },
    });
    expect(await run("kds", "tasks")).toMatchObject({ document: { tasks: [{ code: "endorse-lists" }] } });
    const [{ code }] = ((await run("kds", "list", "all")).document as { lists: [{ code: string }] }).lists;
    expect(await run("opr", "list", "approve", code)).toMatchObject(error("forbidden"));
    const moved = ["--person", fisher.code, "--reason", "moved-away"];
    expect(await run("kds", "list", "exclude", endorsementId, ...moved)).toMatchObject({ exitCode: 0 });
    expect(await run("opr", "list", "include", code, "--person", fisher.code)).toMatchObject({ exitCode: 0 });
    expect(await run("kds", "list", "approve", code)).toMatchObject({
      exitCode: 0,
      document: { list: code, state: "approved" },
    });
    expect(await run("opr", "list", "show", code)).toMatchObject({
      document: { state: "approved", items: [{ included: true }, { exclusionReason: "too-old" }] },
    });
  });

  test("a list is returned with a note that carries no identity number", async () => {
    await run("opr", "list", "propose", "--village", naras, "--consent-declared");
    const back = (note: string) => run("kds", "list", "return", "PTP-032001-1", "--note", note);
    expect(await back("NIK 1377930107800001 salah")).toMatchObject({ exitCode: 64 });
    expect((await back("NIK 1377930107800001 salah")).text).not.toContain("1377930107800001");
    expect(await back("Periksa lagi")).toMatchObject({ exitCode: 0, document: { state: "returned" } });
    expect(await run("opr", "tasks")).toMatchObject({
      document: { tasks: [{ code: "revise-returned-list" }] },
    });
  });

  test("what lies elsewhere or does not exist is not found", async () => {
    expect(await run("opr", "list", "candidates", "--village", places.kampung.code)).toMatchObject(
      error("not-found"),
    );
    expect(await run("kds", "list", "show", "PTP-999999-1")).toMatchObject(error("not-found"));
    expect(await run("kds", "list", "show", city.app.newId())).toMatchObject(error("not-found"));
  });
});

describe("tuwai link", () => {
  test("asks, shows without a digit of a NIK, answers and takes back", async () => {
    const id = await ask();
    expect(await run("dat", "link", "questions", "--kind", "dtsen", "--village", naras)).toMatchObject({
      document: { total: 1, questions: [{ id, state: "open" }] },
    });
    const shown = await run("dat", "link", "show", id);
    expect(shown).toMatchObject({ exitCode: 0, document: { comparisons: { nik: { outcome: "nearly" } } } });
    expect(shown.text).not.toMatch(/1377930107800002|decile|137793/);
    const verdict = ["--verdict", "same", "--reason", "Keluarganya cocok"];
    expect(await run("dat", "link", "decide", id, ...verdict)).toMatchObject({
      exitCode: 0,
      document: { question: id, state: "same", version: 2 },
    });
    expect(await run("dat", "link", "decide", id, ...verdict)).toMatchObject(
      error("conflict", { reasons: ["already-answered"] }),
    );
    expect(await run("dat", "link", "undo", id)).toMatchObject({ document: { outcome: "reopened" } });
    expect(await run("dat", "link", "undo", id)).toMatchObject(
      error("conflict", { reasons: ["not-answered"] }),
    );
    expect(await run("dat", "link", "quality")).toMatchObject({ exitCode: 0 });
  });

  test("nobody but data officers, no unknown id, no answer without a reason", async () => {
    const id = await ask();
    expect(await run("opr", "link", "questions")).toMatchObject(error("forbidden"));
    expect(await run("dat", "link", "show", city.app.newId())).toMatchObject(error("not-found"));
    expect(await run("dat", "link", "show", "x")).toMatchObject(error("not-found"));
    expect(await run("dat", "link", "decide", id, "--verdict", "same")).toMatchObject({ exitCode: 64 });
  });
});
