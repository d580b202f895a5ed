import { beforeEach, describe, expect, it } from "vitest";
import { type App, publicActor, roles } from "#app";
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
const total = async (role: (typeof roles)[number], scope?: string) =>
  (await getVillageCoverage(app, anActor(app, role, scope))).total;

describe("getPublicCoverage", () => {
  it("before the first release names every village and gives no figure", async () => {
    expect(await publicCoverage()).toEqual({
      definition: "pekerja-rentan-terlindungi-3",
      numerator: null,
      denominator: null,
      percent: null,
      listed: null,
      estimate: null,
      month: null,
      releasedOn: null,
      citationCode: null,
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
        listed: null,
        estimate: null,
        isSilent: false,
        isSmall: false,
      })),
    });
  });
});

describe("getVillageCoverage", () => {
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
  });
});

describe("access", () => {
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
    expect((await publicCoverage()).villages.map((found) => found.code)).not.toContain(places.elsewhere.code);
    const answer = await getVillageCoverage(app, anActor(app, "OPR", places.naras.code));
    expect(answer.villages.map((found) => found.code)).toEqual([places.naras.code]);
  });
});
