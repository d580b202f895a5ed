import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { declareCommitments, getVillageCommitments, takeCommitmentStep } from "#commitments";
import { enterOtherCovers } from "#double-cover";
import { composePacket, sendPacket } from "#packets";
import {
  anActor,
  anEndorsedPerson,
  aNik,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { enrolFromCommitments, previewPeople, undoCommitmentEnrolment } from "./index.ts";

const city = testDatabase();
const { naras, kampung } = places;
const year = 2027;
const villageCode = naras.code;
const op = () => city.app.newId();
let head: Actor;
let manager: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  head = anActor(city.app, "KDS", naras.code);
  manager = anActor(city.app, "MGR");
  const list = await insertBatch(city.app, "village-officers");
  const officers = [
    ["Kaur Umum", 2_500_000],
    ["Kaur Keuangan", null],
    ["Kader Posyandu", null],
    ["Kader PKK", null],
    ["Kader Lansia", null],
  ] as const;
  for (const [position, wage] of officers) {
    const born = { nik: aNik(), sex: "female", birthDate: "1980-05-01" } as const;
    const office = { targetGroup: "village-officer", occupationGroup: position };
    const named = { name: `${position} Uji`, ...born, ...office };
    const { id } = await insertPerson(city.app, list, named);
    await readRows(city.app, "update app.persons set monthly_income = ?::bigint where id = ?", wage, id);
  }
});

const paper = { paperNumber: "903/12", paperOn: "2026-11-20", scan: null };
/** Promised and in force to the last rupiah, unless less was budgeted. */
async function budget(group: string, heads: number, amount?: number): Promise<void> {
  const line = { group, heads, months: 12, source: "add" };
  const said = { villageCode, year, lines: [line], intent: "declare" as const, isSure: true };
  await declareCommitments(city.app, head, { operationId: op(), ...said });
  for (const step of ["draft-budget", "settle"] as const) {
    const village = await getVillageCommitments(city.app, head, { villageCode, year });
    const { id, version, promised } = village.groups.find((one) => one.group === group)!.commitment!;
    const answer = await takeCommitmentStep(city.app, head, {
      operationId: op(),
      commitmentId: id,
      version,
      step,
      amount: amount ?? promised,
      account: "5.1.3.04",
      ...paper,
    });
    expect(answer.outcome).toBe("taken");
  }
}
const preview = (by = manager) => previewPeople(city.app, by, { villageCode, year });
const enrolThem = async (people?: number) =>
  enrolFromCommitments(city.app, manager, {
    operationId: op(),
    villageCode,
    year,
    people: people ?? (await preview()).toEnrol + (await preview()).toCount,
  });
const months = () =>
  readRows<{ n: number }>(
    city.app,
    "select count(*)::int as n from app.commitment_months where released_at is null",
  ).then(([row]) => row!.n);

describe("a budget in force", () => {
  test("is shown with who would be enrolled from it and who not and why, and a promise enrols nobody", async () => {
    expect((await preview()).lines).toEqual([]);
    await budget("perangkat", 2);
    await budget("kader", 2);
    const seen = await preview(head);
    expect(seen.lines).toMatchObject([
      { group: "perangkat", heads: 2, toEnrol: 1, rupiah: 12 * 13_500 },
      { group: "kader", heads: 2, toEnrol: 2, rupiah: 2 * 12 * 16_800 },
    ]);
    expect(seen.not).toEqual(
      expect.arrayContaining([
        { reason: "wage-missing", people: 1 },
        { reason: "beyond-heads", people: 1 },
      ]),
    );
    const [access] = await readRows<{ purpose: string }>(
      city.app,
      "select purpose from audit.accesses order by at desc",
    );
    expect(access?.purpose).toBe("commitment-people");
  });

  test("enrols officers by wage and others on their own, with the village as payer, once", async () => {
    await budget("perangkat", 2);
    await budget("kader", 2);
    expect(await enrolThem(9)).toEqual({ outcome: "refused", reasons: ["changed-since"] });
    expect(await enrolThem()).toEqual({
      outcome: "enrolled",
      enrolled: 3,
      counted: 0,
      rupiah: 12 * 13_500 + 2 * 12 * 16_800,
    });
    expect(
      await readRows(
        city.app,
        "select segment, wadah, fund_source || ' ' || to_char(from_month, 'YYYY-MM') as begins, count(*)::int as n from app.enrolments group by 1, 2, 3 order by 1",
      ),
    ).toEqual([
      { segment: "bpu", wadah: "SD", begins: "apbdes 2027-01", n: 2 },
      { segment: "pu-village", wadah: "PU", begins: "apbdes 2027-01", n: 1 },
    ]);
    expect(await months()).toBe(36);
    expect(await enrolThem(1)).toEqual({ outcome: "refused", reasons: ["nobody"] });
    expect((await preview()).lines[1]).toMatchObject({ counted: 2, toEnrol: 0 });
  });

  test("takes nobody whom somebody else protects, and counts whom the village pays already", async () => {
    const poor = [await anEndorsedPerson(city.app), await anEndorsedPerson(city.app)];
    const pasted = `NIK;Nama;Dari;Sampai;Penanggung\n${poor[0]!.nik};Syafril Amri;2026-10;;Provinsi`;
    await enterOtherCovers(city.app, manager, { operationId: op(), pasted });
    await budget("vulnerable", 2);
    const seen = await preview();
    expect(seen.not).toEqual([{ reason: "paid-elsewhere", people: 1 }]);
    expect(await enrolThem()).toMatchObject({ enrolled: 1 });
  });

  test("is never spent on a month of a person that another commitment has: the database says so too", async () => {
    await budget("kader", 1);
    await enrolThem();
    const again = op();
    await readRowsAs(
      city.app,
      manager,
      "insert into app.commitment_enrolments select region_code, ?, village_code, kecamatan_code, year, people, made_by, made_at from app.commitment_enrolments",
      again,
    );
    await expect(
      readRowsAs(
        city.app,
        manager,
        "insert into app.commitment_months select region_code, ?, commitment_id, village_code, kecamatan_code, person_id, enrolment_id, month, rupiah, is_new from app.commitment_months limit 1",
        again,
      ),
    ).rejects.toThrow(/commitment_months_one/);
  });
});

describe("an enrolment from a budget", () => {
  test("is taken back as a whole out of a draft packet too, and no more once BPJS has been sent it", async () => {
    await budget("kader", 2);
    await enrolThem();
    await composePacket(city.app, manager, { operationId: op(), month: month("2027-01") });
    const undo = async () => {
      const { runs } = await preview();
      return undoCommitmentEnrolment(city.app, manager, {
        operationId: op(),
        commitmentEnrolmentId: runs[0]!.id,
      });
    };
    expect(await undo()).toEqual({ outcome: "undone", people: 2 });
    expect(await undo()).toEqual({ outcome: "refused", reasons: ["undone-already"] });
    expect(await months()).toBe(0);
    expect(await enrolThem()).toMatchObject({ enrolled: 2 });
    const composed = await composePacket(city.app, manager, { operationId: op(), month: month("2027-01") });
    if (composed.outcome !== "composed") return expect(composed.leftOut).toEqual([]);
    for (const { packetId, version, lines: confirmCount } of composed.packets)
      await sendPacket(city.app, manager, { operationId: op(), packetId, version, confirmCount });
    expect(await undo()).toEqual({ outcome: "refused", reasons: ["sent"] });
  });

  test("is the manager's to make, and nobody of another village sees whom it would take", async () => {
    await budget("kader", 2);
    const input = { operationId: op(), villageCode, year, people: 2 };
    await expect(enrolFromCommitments(city.app, head, input)).rejects.toMatchObject({ code: "forbidden" });
    const lurah = anActor(city.app, "KDS", kampung.code);
    await expect(preview(lurah)).rejects.toMatchObject({ code: "not-found" });
    await expect(preview(anActor(city.app, "EXE"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
