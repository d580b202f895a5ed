import { beforeEach, describe, expect, it } from "vitest";
import { type App, publicActor, roles } from "#app";
import { inTransaction } from "#database";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { refreshCover } from "#cover";
import { getPublicCoverage } from "./get-public-coverage.ts";
import { getVillageCoverage } from "./get-village-coverage.ts";
import { refreshCoverage } from "./refresh-coverage.ts";
import { listSealedBasis } from "./release.store.ts";

let app: App;
const test = testDatabase();
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
});

type Place = (typeof places)[keyof typeof places];
/** People on a village's list, of whom the first `covered` are covered today. */
async function aVillage(place: Place, people: number, covered: number): Promise<string[]> {
  const list = await insertBatch(app, "village-list", place);
  const cityApp: App = { ...app, config: { ...app.config, regionCode: place.region } };
  const first = await insertPerson(app, list, { name: "Pekerja", place });
  const rows = await readRows<{ id: string }>(
    cityApp,
    `insert into app.persons (region_code, id, code, village_code, kecamatan_code, full_name, nik_status, created_at, updated_at)
     select region_code, gen_random_uuid(), code || n, village_code, kecamatan_code, 'Pekerja', 'kosong', now(), now()
     from app.persons, generate_series(2, ?::int) n where id = ? returning id`,
    people,
    first.id,
  );
  const ids = [first.id, ...rows.map((row) => row.id)];
  await cover(ids.slice(0, covered), place);
  return ids;
}
async function cover(
  ids: readonly string[],
  place: Place = places.naras,
  { state, beside }: { readonly state: string; readonly beside: string | null } = {
    state: "covered",
    beside: null,
  },
): Promise<void> {
  const cityApp: App = { ...app, config: { ...app.config, regionCode: place.region } };
  await readRows(
    cityApp,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, stands_beside, as_of, at)
     select region_code, id, village_code, kecamatan_code, ?, ?, ?, '2026-11-21', now() from app.persons where id = any(?::uuid[])`,
    state,
    state === "covered",
    beside,
    ids,
  );
}
const publicCoverage = () => getPublicCoverage(app, publicActor(app.config.regionCode));
const village = async (place: Place) =>
  (await publicCoverage()).villages.find((found) => found.code === place.code)!;
const total = async (role: (typeof roles)[number], scope?: string) =>
  (await getVillageCoverage(app, anActor(app, role, scope))).total;
const releases = () => readRows<{ number: number }>(app, "select number from pub.releases order by number");

describe("getPublicCoverage", () => {
  it("before the first release names every village and gives no figure", async () => {
    expect(await refreshCoverage(app)).toEqual({ released: null });
    expect(await publicCoverage()).toEqual({
      definition: "pekerja-rentan-terlindungi-2",
      numerator: null,
      denominator: null,
      percent: null,
      sources: [],
      asOf: { numerator: null, denominator: null },
      unchangedSince: null,
      kecamatan: [],
      villages: [places.kampung, places.naras].map((place) => ({
        code: place.code,
        name: place.name,
        kecamatan: `Kecamatan ${place.kecamatan}`,
        numerator: null,
        denominator: null,
        percent: null,
        suppressed: false,
      })),
    });
  });

  it("gives rounded halves, their sources and dates; city and kecamatan rounded on their own", async () => {
    await aVillage(places.naras, 63, 22);
    await aVillage(places.kampung, 41, 12);
    await refreshCoverage(app);
    const coverage = await publicCoverage();
    expect(await village(places.naras)).toMatchObject({
      numerator: 20,
      denominator: 65,
      percent: 30.8,
      suppressed: false,
    });
    expect(await village(places.kampung)).toMatchObject({ numerator: 10, denominator: 40, percent: 25 });
    expect(coverage).toMatchObject({
      numerator: 35,
      denominator: 105,
      percent: 33.3,
      asOf: { numerator: "2026-11-21", denominator: "2026-11-21" },
      unchangedSince: "2026-11-21",
      sources: ["TuWai KeTan (2026-11-21)", "Daftar pekerja rentan desa dan kelurahan (2026-11-21)"],
    });
  });

  it("withholds a number below 10, counts it in the city, and shows nothing it could be subtracted from", async () => {
    await aVillage(places.naras, 63, 22);
    await aVillage(places.kampung, 41, 3);
    await refreshCoverage(app);
    const withheld = { numerator: null, percent: null, suppressed: true };
    const coverage = await publicCoverage();
    expect(coverage).toMatchObject({ numerator: 25, denominator: 105 });
    expect(coverage.kecamatan).toMatchObject([
      { code: "13.77.01", ...withheld, denominator: 40 },
      { code: "13.77.03", ...withheld, denominator: 65 },
    ]);
    expect(coverage.villages).toMatchObject([withheld, withheld]);
  });
});

describe("refreshCoverage", () => {
  it("shows grace and an active membership beside the number, and neither the dead, the moved nor the ineligible at all", async () => {
    const ids = await aVillage(places.naras, 60, 0);
    await cover(ids.slice(0, 10), places.naras, { state: "grace-2", beside: "grace" });
    await cover(ids.slice(10, 15), places.naras, { state: "grace-1", beside: "waiting-first-payment" });
    await cover(ids.slice(15, 20), places.naras, { state: "ended", beside: null });
    await cover(ids.slice(45), places.naras);
    const members = await insertBatch(app, "bpjs-members");
    for (const id of ids.slice(20, 30)) {
      const record = await insertRecord(app, { id: members, kind: "bpjs-members" }, { name: "x" });
      await readRows(
        app,
        `insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
         select region_code, id, ?, village_code, kecamatan_code, 'active', 'unknown', '2026-10-31' from app.persons where id = ?`,
        record,
        id,
      );
    }
    await refreshCover(app, { personIds: ids.slice(20, 30) });
    const judge = (id: string, reasons: object[], barsPayment: boolean) =>
      readRows(
        app,
        `insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome, reasons, bars_payment, priority, priority_reasons, at)
         select region_code, village_code, kecamatan_code, id, 'tuwai-ketan', 1, '2026-11-21', 'ineligible', ?::jsonb, ?::boolean, 0, '[]', now() from app.persons where id = ?`,
        JSON.stringify(reasons),
        barsPayment,
        id,
      );
    await judge(ids[20]!, [{ code: "paid-by-another" }, { code: "fact-missing", fact: "consent" }], false);
    for (const id of ids.slice(30, 35)) await judge(id, [{ code: "too-old" }], true);
    await readRows(
      app,
      "update app.persons set died_on = '2026-11-01' where id = any(?::uuid[])",
      ids.slice(35, 40),
    );
    await readRows(
      app,
      "update app.persons set moved_on = '2026-11-01' where id = any(?::uuid[])",
      ids.slice(40, 45),
    );
    const exact = await getVillageCoverage(app, anActor(app, "OPR", places.naras.code));
    const beside = { grace: 10, waitingFirstPayment: 5, listOnly: 10 };
    const noEstimate = { estimate: null, estimatedPercent: null, isEstimateTooLow: false };
    expect(exact.total).toEqual({ numerator: 15, denominator: 45, percent: 33.3, beside, ...noEstimate });
    await refreshCoverage(app);
    expect(await village(places.naras)).toMatchObject({ numerator: 15, denominator: 45 });
    expect((await publicCoverage()).sources).toContain("Daftar peserta BPJS Ketenagakerjaan (2026-10-31)");
  });

  it("repeated after a crash, or when nothing published changes, it makes no new release", async () => {
    const ids = await aVillage(places.naras, 63, 22);
    expect(await refreshCoverage(app)).toEqual({ released: 1 });
    expect(await refreshCoverage(app)).toEqual({ released: null });
    await cover(ids.slice(22, 26));
    await test.setNow("2026-12-01T02:00:00Z");
    expect(await refreshCoverage(app)).toEqual({ released: null });
    expect(await releases()).toEqual([{ number: 1 }]);
  });

  it("a figure moves only once the true number moved by 5, so that one newcomer is never betrayed", async () => {
    const ids = await aVillage(places.naras, 63, 22);
    await refreshCoverage(app);
    await cover(ids.slice(22, 26));
    await refreshCoverage(app);
    expect(await village(places.naras)).toMatchObject({ numerator: 20 });
    await cover(ids.slice(26, 27));
    await test.setNow("2026-12-01T02:00:00Z");
    expect(await refreshCoverage(app)).toEqual({ released: 2 });
    expect(await publicCoverage()).toMatchObject({ numerator: 25, unchangedSince: "2026-12-01" });
  });

  it("a change in one village alone keeps the city's date of last change when the city's figure stands", async () => {
    await aVillage(places.naras, 63, 22);
    const ids = await aVillage(places.kampung, 60, 14);
    await refreshCoverage(app);
    const [moved, born] = [ids.slice(0, 3), ids.slice(20, 23)];
    await readRows(
      app,
      "update app.cover_states set state = 'ended', counts_as_covered = false where person_id = any(?::uuid[])",
      moved,
    );
    await cover(born);
    expect(await refreshCoverage(app)).toEqual({ released: null });
    await readRows(
      app,
      "update app.persons set moved_on = '2026-11-30' where id = any(?::uuid[])",
      ids.slice(40, 44),
    );
    await aVillage(places.naras, 5, 0);
    await test.setNow("2026-12-01T02:00:00Z");
    expect(await refreshCoverage(app)).toEqual({ released: 2 });
    expect(await village(places.naras)).toMatchObject({ denominator: 70 });
    expect(await publicCoverage()).toMatchObject({
      numerator: 35,
      denominator: 125,
      unchangedSince: "2026-11-21",
    });
  });

  it("a figure that counts something else is a new release with a new first day, whatever its numbers", async () => {
    await aVillage(places.naras, 63, 22);
    await refreshCoverage(app);
    await readRows(app, "update pub.releases set definition = 'pekerja-rentan-terlindungi'");
    expect(await publicCoverage()).toMatchObject({ definition: "pekerja-rentan-terlindungi" });
    await test.setNow("2026-12-01T02:00:00Z");
    expect(await refreshCoverage(app)).toEqual({ released: 2 });
    expect(await publicCoverage()).toMatchObject({
      definition: "pekerja-rentan-terlindungi-2",
      numerator: 20,
      unchangedSince: "2026-12-01",
    });
    expect(await refreshCoverage(app)).toEqual({ released: null });
  });

  it("two publications at once make one release", async () => {
    await aVillage(places.naras, 63, 22);
    await Promise.all([refreshCoverage(app), refreshCoverage(app)]);
    expect(await releases()).toEqual([{ number: 1 }]);
  });
});

describe("access", () => {
  it("the public login cannot read the sealed true values, nor any person", async () => {
    await aVillage(places.naras, 63, 22);
    await refreshCoverage(app);
    const nobody = anActor(app, "PUB");
    const [release] = await readRows<{ id: string }>(app, "select id from pub.releases");
    await expect(inTransaction(app, nobody, (tx) => listSealedBasis(tx, release!.id))).rejects.toThrow(
      "permission denied",
    );
  });

  it("exact figures go to those who work with the lists, for their own area; all others are refused", async () => {
    await aVillage(places.naras, 7, 3);
    await aVillage(places.kampung, 5, 1);
    expect(await total("OPR", places.naras.code)).toMatchObject({ numerator: 3, denominator: 7 });
    expect(await total("KDS", places.kampung.code)).toMatchObject({ numerator: 1, denominator: 5 });
    expect(await total("CMT", places.naras.kecamatan)).toMatchObject({ numerator: 3, denominator: 7 });
    for (const role of ["MGR", "DAT", "AUD"] as const)
      expect(await total(role), role).toMatchObject({ numerator: 4, denominator: 12 });
    const allowed = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD"];
    for (const role of roles.filter((role) => !allowed.includes(role)))
      await expect(total(role, "x"), role).rejects.toMatchObject({
        code: role === "PUB" ? "unauthenticated" : "forbidden",
      });
  });

  it("a village's answer names no other village, and no city's figures hold another city's people", async () => {
    await aVillage(places.naras, 63, 22);
    await aVillage(places.elsewhere, 50, 50);
    await refreshCoverage(app);
    expect((await publicCoverage()).villages.map((found) => found.code)).not.toContain(places.elsewhere.code);
    expect(await publicCoverage()).toMatchObject({ denominator: 65 });
    const answer = await getVillageCoverage(app, anActor(app, "OPR", places.naras.code));
    expect(answer.villages.map((found) => found.code)).toEqual([places.naras.code]);
  });
});
