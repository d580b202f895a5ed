import { beforeEach, describe, expect, test } from "vitest";
import { declareCommitments, lockCommitmentYear, openCommitmentYear } from "#commitments";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { getVillageContact, listCalls, tellVillageContact } from "./index.ts";

const city = testDatabase();
const { naras, kampung } = places;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

const camat = () => anActor(city.app, "CMT", naras.kecamatan);
const calls = async (by = camat()) => (await listCalls(city.app, by)).calls;
const told = async (by = camat()) =>
  (await calls(by)).map(({ who, reason, also }) => ({
    who: "villageCode" in who ? who.villageCode : who.payer,
    reasons: [reason, ...also].map(({ code }) => code),
  }));

const reasons = async () => (await told()).flatMap(({ reasons: codes }) => codes);

/** Officers of the village whose months did not come, the last safe day in so many days. */
async function owing(people: number, safeUntil: string): Promise<void> {
  const list = await insertBatch(city.app, "village-list");
  for (let n = 0; n < people; n += 1) {
    const { id } = await insertPerson(city.app, list, { name: `Pekerja ${n}` });
    await readRows(
      city.app,
      `insert into app.arrears (region_code, person_id, village_code, kecamatan_code, state, cause, fund_source, owed_months, arrears_rupiah,
         natural_rupiah, accident_rupiah, paid_until, safe_rescue_day, last_rescue_day, ends_on, due_on, as_of, at)
       select region_code, id, village_code, kecamatan_code, 'grace-2', 'not-received', 'apbdes', 2, 33600, 42000000, 70000000, '2026-09-30', ?::date,
         ?::date, '2027-01-01', '2026-10-15', '2026-11-21', now() from app.persons where id = ?`,
      safeUntil,
      safeUntil,
      id,
    );
  }
}

describe("whom a camat calls", () => {
  test("is a village of the own kecamatan without a list, and no other kecamatan's", async () => {
    expect(await told()).toEqual([{ who: naras.code, reasons: ["no-list"] }]);
    expect((await told(anActor(city.app, "EXE"))).map(({ who }) => who).toSorted()).toEqual(
      [kampung.code, naras.code].toSorted(),
    );
  });

  test("says how many leave and what they owe from five people on, and fewer only as a few", async () => {
    await owing(4, "2026-11-25");
    const [few] = await calls();
    expect(few!.reason).toMatchObject({ code: "cover-ends", count: null, rupiah: null, isUrgent: true });
    await owing(1, "2026-11-25");
    const [five] = await calls();
    expect(five!.reason).toMatchObject({ count: 5, rupiah: 168_000, on: "2026-11-25" });
  });

  test("is nobody whom a sponsor of the city left: no village can pay for a civil servant", async () => {
    await owing(6, "2026-11-25");
    await readRows(city.app, "update app.arrears set fund_source = 'asn'");
    expect((await told()).flatMap(({ reasons }) => reasons)).not.toContain("cover-ends");
  });

  test("says who promised nothing while the budget is open, and who pays less than was promised", async () => {
    const manager = anActor(city.app, "MGR");
    const operation = () => ({ operationId: city.app.newId() });
    await openCommitmentYear(city.app, manager, { ...operation(), year: 2027 });
    expect(await reasons()).toContain("promise-missing");
    await lockCommitmentYear(city.app, manager, { ...operation(), year: 2027 });
    expect(await reasons()).not.toContain("promise-missing");
    await openCommitmentYear(city.app, manager, { ...operation(), year: 2026 });
    const lines = [{ group: "kader", heads: 2, months: 12, source: "add" }];
    const promise = {
      ...operation(),
      villageCode: naras.code,
      year: 2026,
      lines,
      intent: "declare" as const,
    };
    await declareCommitments(city.app, manager, { ...promise, isSure: true });
    const [call] = await calls();
    const short = [call!.reason, ...call!.also].find(({ code }) => code === "promise-short");
    // Two kader, January to October.
    expect(short).toMatchObject({ count: 0, of: 10, rupiah: 336_000 });
  });
});

const tell = (by = anActor(city.app, "OPR", naras.code), numbers = {}) =>
  tellVillageContact(city.app, by, {
    operationId: city.app.newId(),
    villageCode: naras.code,
    phone: "0751 123456",
    whatsapp: "0812-3456-7890",
    ...numbers,
  });

describe("the number of a village office", () => {
  test("told by the village stands beside its call, and is taken away by telling none", async () => {
    expect((await calls())[0]!.contact).toBeNull();
    expect(await tell()).toEqual({ outcome: "told" });
    expect((await calls())[0]!.contact).toMatchObject({ phone: "+62751123456", whatsapp: "+6281234567890" });
    await tell(camat(), { phone: "", whatsapp: "" });
    expect((await calls())[0]!.contact).toMatchObject({ phone: null, whatsapp: null, toldRole: "CMT" });
  });

  test("that cannot be dialled is refused with which it is, and what stood there stands", async () => {
    await tell();
    expect(await tell(undefined, { phone: "12", whatsapp: "0751 123456" })).toEqual({
      outcome: "refused",
      fields: ["phone", "whatsapp"],
    });
    expect((await calls())[0]!.contact).toMatchObject({ phone: "+62751123456" });
  });

  test("of another village or kecamatan is nobody's to tell or to read", async () => {
    await tell();
    for (const by of [anActor(city.app, "OPR", kampung.code), anActor(city.app, "CMT", kampung.kecamatan)]) {
      await expect(tell(by)).rejects.toMatchObject({ code: "not-found" });
      await expect(getVillageContact(city.app, by, { villageCode: naras.code })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});
