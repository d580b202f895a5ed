import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { receiptsApplier } from "#contributions";
import { addMember, getFamily, noteSchool, setUpFamily } from "#families";
import {
  confirmIncidentReport,
  correctIncidentDay,
  linkIncidentReport,
  refuteIncidentReport,
  takeIncidentReport,
} from "#incident-reports";
import {
  anActor,
  applyRows,
  branch,
  aSponsoredWorker,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { rupiah } from "@tuwai/domain/money";
import { month } from "@tuwai/domain/time";
import { drainToEmpty } from "#work";
import {
  answerClaim,
  getClaim,
  helpWithClaim,
  listClaims,
  lookIntoClaim,
  markClaimDocument,
  openClaimDocument,
  type TypedStep,
} from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;
let manager: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  manager = anActor(city.app, "MGR");
});

const said = {
  kind: "death",
  cardCode: "",
  village: places.naras.code as string,
  on: "2027-06-10",
  time: "",
  place: "",
  teller: "family",
  phone: "",
  tellerName: "",
};

/** Paid from November to June: more than three months, so that a natural death brings 42 million. */
async function aWorker(): Promise<ThreadPerson> {
  const { person } = await aSponsoredWorker(city.app);
  const months = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"];
  const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: city.app.newId() };
  const rows = months.map((each) => ({
    personCode: person.code,
    month: month(each),
    amount: rupiah(each < "2027" ? 8_400 : 16_800),
  }));
  await applyRows(city.app, anActor(city.app, "BPJ", branch), file, rows);
  await city.setNow("2027-06-12T03:00:00Z");
  await drainToEmpty(city.app);
  return person;
}

async function confirmed(person: ThreadPerson, more: object = {}) {
  const report = await takeIncidentReport(city.app, operator, { ...op(), ...said, name: "Fulan", ...more });
  if (report.outcome !== "received") throw new Error(JSON.stringify(report));
  const { reportId } = report;
  await linkIncidentReport(city.app, operator, { ...op(), reportId, personCode: person.code });
  const answer = await confirmIncidentReport(city.app, operator, {
    ...op(),
    reportId,
    kind: "death",
    on: "2027-06-10",
    evidence: "village-letter",
    ...more,
  });
  if (answer.outcome !== "confirmed") throw new Error(JSON.stringify(answer));
  return { reportId, claimCode: answer.claimCode };
}

const get = (claimCode: string, by = manager) => getClaim(city.app, by, { claimCode });
async function take(claimCode: string, step: string, more: Partial<TypedStep> = {}, by?: Actor) {
  const { version } = await get(claimCode);
  const asked = { ...op(), claimCode, version, step, ...more };
  return ["tell-bpjs", "facts", "hand-in", "help"].includes(step)
    ? helpWithClaim(city.app, by ?? operator, asked)
    : answerClaim(city.app, by ?? manager, asked);
}

async function gathered(claimCode: string) {
  const { documents } = await get(claimCode);
  for (const { code, state } of documents)
    if (state === "missing")
      await markClaimDocument(city.app, operator, {
        ...op(),
        claimCode,
        document: code,
        state: "have",
        file: null,
      });
}

const taken = { outcome: "taken" };

async function aFamilyOf(person: ThreadPerson) {
  const ofPerson = () => ({ ...op(), personCode: person.code });
  await setUpFamily(city.app, operator, ofPerson());
  const children = [
    ["2012-06-01", "smp", "3"],
    ["2019-11-20", "sd", "1"],
    ["1999-01-01", "", ""],
  ] as const;
  for (const [birthDate, level, yearOfLevel] of children) {
    const child = { kinship: "child", name: "Rahmat", birthDate, from: "" };
    const added = await addMember(city.app, operator, { ...ofPerson(), ...child });
    if (added.outcome !== "added") throw new Error(JSON.stringify(added));
    if (level === "" || added.childCode === null) continue;
    const school = { level, yearOfLevel, on: "2027-06-10", scholarship: "unknown" };
    await noteSchool(city.app, operator, { ...op(), childCode: added.childCode, ...school });
  }
}

/** What the family's own page says of each child's school. */
async function calendarsOf({ code: personCode }: ThreadPerson) {
  const family = await getFamily(city.app, manager, { personCode });
  return family.isKept ? family.children.flatMap(({ calendar }) => calendar ?? []) : [];
}

describe("a confirmed death", () => {
  test("begins a case that is worth 42 million, until the day five years on", async () => {
    const { claimCode } = await confirmed(await aWorker());
    const claim = await get(claimCode);
    expect(claim.estimate).toMatchObject({ total: 42_000_000 });
    expect(claim.money.map(({ part, expected }) => [part, expected])).toEqual([
      ["death-lump", 20_000_000],
      ["periodic", 12_000_000],
      ["funeral", 10_000_000],
    ]);
    expect(claim.clocks).toContainEqual({ name: "claim", state: "running", until: "2032-06-10", left: 1825 });
    expect(claim).toMatchObject({ state: "collecting", turn: { owner: "village", dueOn: "2027-06-26" } });
  });

  test("goes from the file to the money: handed in whole, answered in time, paid with the difference explained", async () => {
    const { claimCode } = await confirmed(await aWorker());
    expect(await take(claimCode, "hand-in", { on: "2027-06-12" })).toEqual({
      outcome: "refused",
      reasons: ["documents-missing"],
    });
    await gathered(claimCode);
    expect(await take(claimCode, "hand-in", { on: "2027-06-12" })).toEqual(taken);
    await city.setNow("2027-06-20T03:00:00Z");
    expect((await get(claimCode)).clocks.find(({ name }) => name === "answer")).toMatchObject({
      state: "late",
    });
    expect(await take(claimCode, "accept", { on: "2027-06-16" })).toEqual(taken);
    expect(
      await take(claimCode, "pay", {
        on: "2027-06-18",
        amounts: { "death-lump": 20_000_000, periodic: 12_000_000 },
      }),
    ).toEqual(taken);
    expect((await get(claimCode)).money).toContainEqual({
      part: "funeral",
      expected: 10_000_000,
      received: 0,
      difference: -10_000_000,
      explanation: null,
    });
    expect(await take(claimCode, "close")).toEqual({ outcome: "refused", reasons: ["differences-open"] });
    expect(await take(claimCode, "explain", { part: "funeral", reason: "asked-bpjs" })).toEqual(taken);
    expect(await take(claimCode, "close")).toEqual(taken);
    expect(await listClaims(city.app, manager, { stage: "over" })).toMatchObject({
      total: 1,
      rows: [{ received: 32_000_000 }],
    });
    expect(await take(claimCode, "reopen")).toEqual(taken);
    expect(await get(claimCode)).toMatchObject({ state: "paid", closedOn: null });
  });

  test("at work of a parent says what the children's school would bring and asks for its papers, which hold nobody up", async () => {
    const person = await aWorker();
    await aFamilyOf(person);
    const happened = { kind: "work-accident-death", time: "08:00", accidentOn: "2027-06-10" };
    const { claimCode } = await confirmed(person, happened);
    const { scholarship, documents } = await get(claimCode);
    // Class 1 of primary 72 million, class 9 59 million, both until the 23rd birthday; who is grown gets nothing.
    expect(scholarship).toEqual({ children: 2, total: 131_000_000 });
    expect((await calendarsOf(person)).reduce((sum, { total }) => sum + total, 0)).toBe(131_000_000);
    const school = documents.filter(({ code }) => code === "school-letter" || code === "birth-certificate");
    expect(school.map(({ state, isOptional }) => [state, isOptional])).toEqual([
      ["missing", true],
      ["missing", true],
    ]);
    for (const { code, state, isOptional } of documents)
      if (state === "missing" && !isOptional) {
        const marked = { document: code, state: "have", file: null };
        await markClaimDocument(city.app, operator, { ...op(), claimCode, ...marked });
      }
    expect(await take(claimCode, "hand-in", { on: "2027-06-12" })).toEqual(taken);
    expect((await get(claimCode, anActor(city.app, "BPJ", branch))).scholarship.total).toBe(131_000_000);
  });

  test("by illness brings no scholarship before three paid years, and asks for no school letter", async () => {
    const person = await aWorker();
    await aFamilyOf(person);
    const { scholarship, documents } = await get((await confirmed(person)).claimCode);
    expect(scholarship).toEqual({ children: 0, total: 0 });
    expect((await calendarsOf(person)).map(({ total, because }) => [total, because])).toEqual(
      Array.from({ length: 3 }, () => [0, "no-cover"]),
    );
    expect(documents.map(({ code }) => code)).not.toContain("school-letter");
  });

  test("keeps the worker's family as it stood on each day that the file was handed in", async () => {
    const person = await aWorker();
    await aFamilyOf(person);
    const { claimCode } = await confirmed(person);
    await gathered(claimCode);
    const copies = () =>
      readRows<{ id: string; hash: string; children: number }>(
        city.app,
        "select c.id, md5(c.copy_sealed) as hash, c.children from app.family_copies c where c.why = 'claim' order by c.id",
      );
    expect(await copies()).toEqual([]);
    expect(await take(claimCode, "hand-in", { on: "2027-06-12" })).toEqual(taken);
    const [first, ...others] = await copies();
    expect([first!.children, others]).toEqual([3, []]);
    const late = { kinship: "child", name: "Fitri", birthDate: "2015-02-03", from: "" };
    await addMember(city.app, operator, { ...op(), personCode: person.code, ...late });
    expect(await copies()).toEqual([first]);
    await take(claimCode, "return", { on: "2027-06-12" });
    expect(await take(claimCode, "hand-in", { on: "2027-06-12" })).toEqual(taken);
    expect(await copies()).toMatchObject([first, { children: 4 }]);
  });

  test("that BPJS refuses may be objected to, and ends as a family in need", async () => {
    const { claimCode } = await confirmed(await aWorker());
    await gathered(claimCode);
    await take(claimCode, "hand-in", { on: "2027-06-12" });
    expect(await take(claimCode, "refuse", { on: "2027-06-12", reason: "ill-at-enrolment" })).toEqual(taken);
    expect(await take(claimCode, "object", { on: "2027-06-12" })).toEqual(taken);
    expect(await take(claimCode, "uphold", { on: "2027-06-12" })).toEqual(taken);
    expect(await take(claimCode, "in-need", { reason: "not-covered" })).toEqual({
      outcome: "refused",
      reasons: ["without-reason"],
    });
    expect(await take(claimCode, "in-need", { reason: "refused" })).toEqual(taken);
    expect(await take(claimCode, "help", { reason: "bansos", on: "2027-06-12" })).toEqual(taken);
    expect(await get(claimCode)).toMatchObject({ state: "in-need", refusal: "ill-at-enrolment" });
  });

  test("of a worker without cover is worth nothing, and says so", async () => {
    const { person } = await aSponsoredWorker(city.app);
    await city.setNow("2027-06-12T03:00:00Z");
    const { claimCode } = await confirmed(person);
    expect((await get(claimCode)).estimate).toMatchObject({ total: 0, parts: [] });
  });

  test("whose report was not true is withdrawn, but not while money is received; another day moves the case with it", async () => {
    const { reportId, claimCode } = await confirmed(await aWorker());
    await correctIncidentDay(city.app, operator, { ...op(), reportId, on: "2027-06-09" });
    expect(await get(claimCode)).toMatchObject({ happenedOn: "2027-06-09" });
    await gathered(claimCode);
    await take(claimCode, "hand-in", { on: "2027-06-12" });
    await take(claimCode, "accept", { on: "2027-06-12" });
    await take(claimCode, "pay", { on: "2027-06-12", amounts: { funeral: 10_000_000 } });
    const refute = () => refuteIncidentReport(city.app, operator, { ...op(), reportId, refutal: "alive" });
    expect(await refute()).toEqual({ outcome: "refused", reasons: ["money-received"] });
    const [payment] = (await get(claimCode)).payments;
    expect(await take(claimCode, "take-back", { paymentId: payment!.id })).toEqual(taken);
    expect(await refute()).toEqual({ outcome: "refuted" });
    expect(await get(claimCode)).toMatchObject({ state: "withdrawn", received: 0 });
  });
});

test("an accident unable to work for fourteen months brings 13 million, and two times 24 hours run to the minute", async () => {
  const person = await aWorker();
  const more = { kind: "work-accident", on: "2027-06-11", time: "08:15", evidence: "hospital-letter" };
  const { claimCode } = await confirmed(person, more);
  const facts = { monthsUnable: 14, disability: undefined, transport: { land: 0, sea: 0, air: 0 } };
  expect(await take(claimCode, "facts", { facts })).toEqual(taken);
  const claim = await get(claimCode);
  expect(claim.estimate).toMatchObject({ total: 13_000_000 });
  const until = Date.parse("2027-06-13T08:15:00+07:00");
  expect(claim.clocks[0]).toEqual({
    name: "report",
    state: "running",
    until,
    left: (until - Date.parse("2027-06-12T03:00:00Z")) / 60_000,
  });
  expect(await take(claimCode, "tell-bpjs", { on: "2027-06-12", time: "09:25" })).toEqual(taken);
  expect((await get(claimCode)).clocks[0]).toMatchObject({ state: "in-time", left: 1370 });
});

describe("who sees a case", () => {
  test("another village and a branch that does not insure find nothing, and a list names nobody", async () => {
    const { claimCode } = await confirmed(await aWorker());
    for (const other of [
      anActor(city.app, "OPR", places.kampung.code),
      aSteppedUpActor(city.app, "BPJ", "branch-elsewhere"),
    ]) {
      await expect(get(claimCode, other)).rejects.toMatchObject({ code: "not-found" });
      expect((await listClaims(city.app, other, {})).rows).toEqual([]);
    }
    const [listed] = (await listClaims(city.app, operator, {})).rows;
    expect(listed).not.toHaveProperty("personId");
    expect(listed!.initials).toMatch(/^([A-Z]\. ?)+$/);
  });

  test("name and notes are opened with a reason, which is kept with who looked; the database holds notes sealed", async () => {
    const { claimCode } = await confirmed(await aWorker());
    await take(claimCode, "tell-bpjs", { on: "2027-06-12", time: "09:00", note: "Ibu R. menunggu di rumah" });
    const look = (reason: string) => lookIntoClaim(city.app, operator, { ...op(), claimCode, reason });
    expect(await look("")).toEqual({ outcome: "refused", reasons: ["without-reason"] });
    const opened = await look("helping-family");
    expect(opened).toMatchObject({ outcome: "opened" });
    expect(JSON.stringify(opened)).toContain("menunggu");
    const rows = await readRows<{ all: string }>(city.app, "select s::text as all from app.claim_steps s");
    expect(JSON.stringify(rows)).not.toContain("menunggu");
    const kept = await readRowsAs(
      city.app,
      operator,
      "select result::text from app.operations where name = 'claim.look'",
    );
    expect(JSON.stringify(kept)).toContain("noted");
    expect(JSON.stringify(kept)).not.toContain("menunggu");
    expect((await get(claimCode)).looks).toEqual({ times: 1, people: 1 });
  });

  test("a document's picture lies sealed, and is opened within the case alone", async () => {
    const { claimCode } = await confirmed(await aWorker());
    const path = join(mkdtempSync(join(tmpdir(), "paper-")), "akta.pdf");
    writeFileSync(path, "%PDF-1.4 akta kematian");
    const file = { path, fileName: "akta.pdf" };
    const asked = { ...op(), claimCode, document: "death-certificate", state: "have", file };
    expect(await markClaimDocument(city.app, operator, asked)).toEqual({ outcome: "marked" });
    const found = (await get(claimCode)).documents.find(({ code }) => code === "death-certificate")!;
    expect(found).toMatchObject({ state: "have", fileName: "akta.pdf" });
    const [row] = await readRows<{ all: string }>(
      city.app,
      "select encode(sealed, 'escape') as all from app.claim_documents where sealed is not null",
    );
    expect(row!.all).not.toContain("kematian");
    const open = (by: Actor) => openClaimDocument(city.app, by, { claimCode, documentId: found.id! });
    const steppedUp = aSteppedUpActor(city.app, "OPR", places.naras.code);
    expect((await open(steppedUp)).bytes.toString()).toContain("akta kematian");
    await expect(open(operator)).rejects.toMatchObject({ code: "step-up-required" });
    await expect(open(aSteppedUpActor(city.app, "OPR", places.kampung.code))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("the auditor reads and writes nothing but that the case was looked into", async () => {
    const { claimCode } = await confirmed(await aWorker());
    const auditor = anActor(city.app, "AUD");
    expect(await get(claimCode, auditor)).toMatchObject({ can: { help: false, answer: false } });
    await expect(take(claimCode, "close", {}, auditor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await lookIntoClaim(city.app, auditor, { ...op(), claimCode, reason: "audit" })).toMatchObject({
      outcome: "opened",
    });
    expect((await get(claimCode)).looks).toEqual({ times: 1, people: 1 });
  });
});
