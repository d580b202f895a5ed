import { rupiah } from "@tuwai/domain/money";
import { civilDate, month, type Month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportedRow } from "@tuwai/domain/intake";
import type { Actor } from "#app";
import { explainPersonCover, listCover, refreshAllCover, refreshCover } from "#cover";
import { fundByCity } from "#matching";
import { resultsApplier } from "#packet-results";
import {
  aKpj,
  anActor,
  anEndorsedPerson,
  aNik,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  type ThreadPerson,
  testDatabase,
  undoRows,
  sendReady,
} from "#testing";
import { receiptsApplier } from "./receipts-applier.ts";

const city = testDatabase();
const november = month("2026-11");
const paidOn = civilDate("2026-11-21");
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});

type Member = ThreadPerson & { readonly kpj: string };

/** People whom the city pays for and BPJS has taken in; one stays unanswered when asked. */
async function members(count: number, fundSource: "apbd" | "csr" = "apbd"): Promise<readonly Member[]> {
  const { app } = city;
  const persons: Member[] = [];
  for (let n = 0; n < count; n += 1) persons.push({ ...(await anEndorsedPerson(app)), kpj: aKpj() });
  const personIds = persons.map(({ id }) => id);
  await fundByCity(app, manager, { operationId: app.newId(), personIds, fundSource });
  await sendReady(app, manager, november);
  const rows = persons.map(({ code, kpj }) => ({
    personCode: code,
    kpj,
    result: "accepted" as const,
    resultOn: paidOn,
  }));
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, officer, file, rows);
  return persons;
}

const fileOf = (batchId: string) => ({ applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId });
const receipts = (rows: readonly ImportedRow[], batchId = city.app.newId(), actor = officer) =>
  applyRows(city.app, actor, fileOf(batchId), rows);
const outcomes = (answers: Awaited<ReturnType<typeof receipts>>) =>
  answers.map((answer) => ("code" in answer ? answer.code : answer.outcome));
const receipt = (over: ImportedRow & { readonly month?: Month } = {}): ImportedRow => ({
  month: november,
  amount: rupiah(16_800),
  paidOn,
  billingCode: "632309048826",
  ...over,
});
const refreshed = async (persons: readonly Member[]) =>
  refreshCover(city.app, { personIds: persons.map(({ id }) => id) });
const stateOf = async (person: Member) =>
  (await explainPersonCover(city.app, manager, { personCode: person.code })).explanation.state;

describe("a receipt of BPJS", () => {
  test("finds the worker by member number, NIK or code, and makes the month covered", async () => {
    const { app } = city;
    const persons = await members(3);
    const [one, two, three] = persons;
    expect(await stateOf(one!)).toBe("waiting-first-payment");
    const rows = [
      receipt({ kpj: one!.kpj }),
      receipt({ nik: two!.nik }),
      receipt({ personCode: three!.code, kpj: aKpj() }),
    ];
    expect(outcomes(await receipts(rows))).toEqual(["applied", "applied", "applied"]);
    for (const person of persons) expect(await stateOf(person)).toBe("covered");
    const events = await readRows<{ payer: string; details: object }>(
      app,
      "select payer, details from app.cover_events where type = 'paid'",
    );
    expect(events[0]).toMatchObject({
      payer: "apbn-apbd",
      details: {
        amountRupiah: 16_800,
        expectedRupiah: 16_800,
        basis: "obligation",
        billingCode: "632309048826",
      },
    });
    const queued = await readRows(app, "select 1 from app.work where topic = 'cover.refresh'");
    expect(queued.length).toBeGreaterThan(0);
  });

  test("less than owed waits for a person; more is taken and the excess kept in view", async () => {
    const { app } = city;
    const [one, two] = await members(2);
    const answers = await receipts([
      receipt({ kpj: one!.kpj, amount: rupiah(8_400) }),
      receipt({ kpj: two!.kpj, amount: rupiah(20_000) }),
    ]);
    expect(answers).toMatchObject([
      { outcome: "quarantined", code: "E-RECEIPT-LESS", details: { expected: 16_800 } },
      { outcome: "applied" },
    ]);
    const excess = await readRows(
      app,
      "select details->>'excessRupiah' as more from app.cover_events where type = 'paid'",
    );
    expect(excess).toEqual([{ more: "3200" }]);
  });

  test("several months stand in one file; months not sent yet are compared with the law of each month", async () => {
    const [one] = await members(1, "csr");
    const kpj = one!.kpj;
    const months = ["2026-11", "2026-12", "2027-01"].map((text) => month(text));
    const amounts = [8_400, 8_400, 8_400].map((amount) => rupiah(amount));
    const rows = months.map((each, index) => receipt({ kpj, month: each, amount: amounts[index]! }));
    // The relief of PP 50/2025 ends: January costs 16,800 and 8,400 is too little.
    expect(outcomes(await receipts(rows))).toEqual(["applied", "applied", "E-RECEIPT-LESS"]);
    const { explanation } = await explainPersonCover(city.app, manager, { personCode: one!.code });
    expect(explanation.dates.paidUntil).toBe("2026-12-31");
  });

  test("one payment for several months is divided by the price of each, and only when it is exactly their sum", async () => {
    const [one] = await members(1, "csr");
    const span = { kpj: one!.kpj, month: november, until: month("2027-01") };
    // 8,400 twice under the relief of PP 50/2025, then 16,800.
    const asSum = receipt({ ...span, amount: rupiah(33_600) });
    expect(outcomes(await receipts([receipt({ ...span, amount: rupiah(25_200) })]))).toEqual([
      "E-RECEIPT-SUM",
    ]);
    expect(outcomes(await receipts([asSum]))).toEqual(["applied"]);
    const paid = await readRows(
      city.app,
      "select month::text, details->>'amountRupiah' as amount from app.cover_events where type = 'paid' order by month",
    );
    expect(paid).toEqual([
      { month: "2026-11-01", amount: "8400" },
      { month: "2026-12-01", amount: "8400" },
      { month: "2027-01-01", amount: "16800" },
    ]);
    expect(outcomes(await receipts([asSum]))).toEqual(["unchanged"]);
  });

  test("the same receipt again is unchanged, with another amount a conflict, another receipt a second payment", async () => {
    const { app } = city;
    const [one] = await members(1);
    const same = receipt({ kpj: one!.kpj });
    expect(outcomes(await receipts([same, same]))).toEqual(["applied", "unchanged"]);
    const answers = await receipts([
      same,
      { ...same, amount: rupiah(17_000) },
      { ...same, billingCode: "700000000001" },
    ]);
    expect(outcomes(answers)).toEqual(["unchanged", "E-RECEIPT-CONFLICT", "E-RECEIPT-PAID-TWICE"]);
    expect(await readRows(app, "select id from app.cover_events where type = 'paid'")).toHaveLength(1);
  });

  test("somebody never sent, not accepted, named twice over, or for a month too early is held back", async () => {
    const { app } = city;
    const [one, two] = await members(2);
    const waiting = await anEndorsedPerson(app);
    await fundByCity(app, manager, { operationId: app.newId(), personIds: [waiting.id], fundSource: "csr" });
    await sendReady(app, manager, november);
    const answers = await receipts([
      receipt({ nik: aNik() }),
      receipt({ personCode: waiting.code }),
      receipt({ kpj: one!.kpj, nik: two!.nik }),
      receipt({ kpj: one!.kpj, month: month("2026-10") }),
      receipt({ kpj: one!.kpj, programmes: ["jkk"] }),
      receipt({ kpj: one!.kpj, programmes: ["jkk", "jkm"] }),
    ]);
    expect(outcomes(answers)).toEqual([
      "E-RECEIPT-UNKNOWN",
      "E-RECEIPT-NOT-ACCEPTED",
      "E-RECEIPT-IDENTITY",
      "E-RECEIPT-MONTH",
      "E-RECEIPT-PART",
      "applied",
    ]);
  });

  test("taking the file back appends reversals, and the same receipt may come again", async () => {
    const { app } = city;
    const [one] = await members(1);
    const batchId = app.newId();
    await receipts([receipt({ kpj: one!.kpj })], batchId);
    expect(await undoRows(app, officer, fileOf(batchId))).toEqual({ outcome: "undone" });
    expect(await stateOf(one!)).toBe("waiting-first-payment");
    expect(await undoRows(app, officer, fileOf(batchId))).toEqual({ outcome: "undone" });
    expect(outcomes(await receipts([receipt({ kpj: one!.kpj })]))).toEqual(["applied"]);
    expect(await stateOf(one!)).toBe("covered");
    const events = await readRows(
      app,
      "select type from app.cover_events where type in ('paid', 'reversed') order by id",
    );
    expect(events).toEqual([{ type: "paid" }, { type: "reversed" }, { type: "paid" }]);
  });
});

describe("the stored answers of the cover clock", () => {
  test("follow the evidence, ask for publication only when one changed, and move with the calendar", async () => {
    const { app } = city;
    const persons = await members(2);
    expect(await refreshed(persons)).toEqual({ changed: 2 });
    expect(await refreshed(persons)).toEqual({ changed: 0 });
    const published = () => readRows(app, "select 1 from app.work where topic = 'coverage.publish'");
    expect(await published()).toHaveLength(1);
    await receipts([receipt({ kpj: persons[0]!.kpj })]);
    expect(await refreshAllCover(app)).toEqual({ persons: 2, changed: 1 });
    const states = () =>
      readRows(
        app,
        "select state, last_rescue_day, ends_on from app.cover_states order by paid_until nulls last",
      );
    expect(await states()).toEqual([
      { state: "covered", lastRescueDay: "2027-02-28", endsOn: "2027-03-01" },
      { state: "waiting-first-payment", lastRescueDay: null, endsOn: null },
    ]);
    const counted = async (now: string) => {
      await city.setNow(now);
      await refreshAllCover(app);
      const rows = await readRows<{ state: string; countsAsCovered: boolean }>(
        app,
        "select state, counts_as_covered from app.cover_states order by paid_until nulls last limit 1",
      );
      return [rows[0]!.state, rows[0]!.countsAsCovered];
    };
    expect(await counted("2026-12-15T01:00:00Z")).toEqual(["due", true]);
    expect(await counted("2026-12-16T01:00:00Z")).toEqual(["grace-1", false]);
    await city.setNow("2027-03-01T01:00:00Z");
    expect(await refreshAllCover(app)).toMatchObject({ persons: 2 });
    expect((await states()).map((row) => (row as { state: string }).state)).toEqual([
      "ended",
      "waiting-first-payment",
    ]);
    expect(await published()).toHaveLength(5);
  });

  test("a person on BPJS's own list is folded from that list too", async () => {
    const { app } = city;
    const person = await anEndorsedPerson(app);
    await readRows(
      app,
      `insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
       select p.region_code, p.id, r.record_id, p.village_code, p.kecamatan_code, 'active', 'bpu', '2026-11-01'
       from app.persons p join app.person_records r on r.person_id = p.id where p.id = ?`,
      person.id,
    );
    await refreshAllCover(app);
    expect(await readRows(app, "select state from app.cover_states")).toEqual([{ state: "listed" }]);
    for (const actor of [manager, anActor(app, "OPR", places.naras.code), anActor(app, "DAT")]) {
      const { explanation } = await explainPersonCover(app, actor, { personCode: person.code });
      expect(explanation.state).toBe("listed");
    }
  });
});

describe("access", () => {
  test("another branch's receipts find nobody, nor do a second city's", async () => {
    const { app } = city;
    const [one] = await members(1);
    const row = receipt({ kpj: one!.kpj, personCode: one!.code });
    const stranger = { ...officer, regionCode: places.elsewhere.region };
    for (const actor of [anActor(app, "BPJ", "cabang-lain"), stranger]) {
      expect(outcomes(await receipts([row], app.newId(), actor))).toEqual(["E-RECEIPT-UNKNOWN"]);
    }
  });

  test("cover is explained inside the jurisdiction only; elsewhere the code does not exist", async () => {
    const { app } = city;
    const [one] = await members(1);
    const personCode = one!.code;
    for (const actor of [manager, officer, anActor(app, "KDS", places.naras.code), anActor(app, "AUD")]) {
      expect((await explainPersonCover(app, actor, { personCode })).explanation.state).toBe(
        "waiting-first-payment",
      );
    }
    const foreign = [
      anActor(app, "OPR", places.kampung.code),
      anActor(app, "BPJ", "cabang-lain"),
      { ...manager, regionCode: places.elsewhere.region },
    ];
    for (const actor of foreign) {
      await expect(explainPersonCover(app, actor, { personCode })).rejects.toThrow("not-found");
    }
    for (const role of ["PUB", "SPN", "CMT", "BND", "BKP", "EXE", "FIN", "CHR", "DPO", "ADM"] as const) {
      const actor = anActor(app, role, places.naras.kecamatan);
      await expect(explainPersonCover(app, actor, { personCode })).rejects.toThrow(
        /forbidden|unauthenticated/,
      );
    }
    await expect(explainPersonCover(app, manager, { personCode: "PK-" })).rejects.toThrow("not-found");
  });

  test("lists of cover keep to village, kecamatan, packet and city, and log whom they showed", async () => {
    const { app } = city;
    const persons = await members(1);
    await refreshed(persons);
    const count = async (actor: Actor) => (await listCover(app, actor, {})).rows.length;
    expect(await count(anActor(app, "OPR", places.naras.code))).toBe(1);
    expect(await count(anActor(app, "OPR", places.kampung.code))).toBe(0);
    expect(await count(anActor(app, "CMT", places.naras.kecamatan))).toBe(1);
    expect(await count(anActor(app, "CMT", places.kampung.kecamatan))).toBe(0);
    expect(await count(officer)).toBe(1);
    expect(await count(anActor(app, "BPJ", "cabang-lain"))).toBe(0);
    expect(await count(anActor(app, "SPN", app.newId()))).toBe(0);
    expect(await count({ ...manager, regionCode: places.elsewhere.region })).toBe(0);
    const list = await listCover(app, manager, {
      state: "waiting-first-payment",
      villageCode: places.naras.code,
    });
    expect(list).toMatchObject({
      rows: [{ state: "waiting-first-payment" }],
      counts: [{ state: "waiting-first-payment", count: 1 }],
    });
    expect((await listCover(app, manager, { state: "covered" })).rows).toEqual([]);
    const logged = await readRows(app, "select 1 from audit.accesses where purpose = 'cover-list'");
    expect(logged).toHaveLength(4);
    await expect(listCover(app, anActor(app, "FIN"), {})).rejects.toThrow("forbidden");
  });
});
