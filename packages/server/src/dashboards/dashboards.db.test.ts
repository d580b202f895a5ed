import { beforeEach, expect, test } from "vitest";
import { type App, roles } from "#app";
import { refreshCover } from "#cover";
import { refreshFigures } from "#figures";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import { getDashboard, refreshDashboards, writeChartNote } from "./index.ts";

const database = testDatabase();
let app: App;
let ids: string[];

const tell = (personId: string, type: string, on: string, month: string | null) =>
  readRows(
    app,
    `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, type, effective_on, recorded_at, month, evidence_type, evidence_id, natural_key)
     select region_code, gen_random_uuid(), village_code, kecamatan_code, id, ?, ?::date, ?::date, ?::date, 'test', '1', ? from app.persons where id = ? returning 1`,
    type,
    on,
    on,
    month,
    `${type}${month}`,
    personId,
  );

const months = ["2026-08", "2026-09", "2026-10"];

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
  ids = [];
  for (const [n, place] of [places.naras, places.naras, places.kampung].entries()) {
    const list = await insertBatch(app, "village-list", place);
    ids.push((await insertPerson(app, list, { name: `Pekerja ${n}`, place })).id);
  }
  await tell(ids[0]!, "registered", "2026-08-01", null);
  await tell(ids[0]!, "accepted", "2026-08-02", null);
  for (const month of months) await tell(ids[0]!, "paid", `${month}-10`, `${month}-01`);
  await refreshCover(app, { personIds: ids });
  await refreshFigures(app);
  await refreshDashboards(app);
});

test("a city's dashboard adds up its villages: everybody stands in one stage, and the sum is who is on the lists", async () => {
  const city = await getDashboard(app, anActor(app, "MGR"));
  const people = Object.values(city.stages).reduce((sum, { people }) => sum + people, 0);
  expect(people).toBe(3);
  expect(city.quality.people).toBe(3);
  expect(city.villages.find(({ code }) => code === places.naras.code)?.quality?.people).toBe(2);
  expect(city.place.level).toBe("city");
  expect(city.groups.reduce((sum, { listed }) => sum + listed, 0)).toBe(3);
  const covered = city.groups.reduce((sum, group) => sum + group.covered, 0);
  expect(covered).toBe(city.months.find(({ month }) => month === city.lastMonth)?.covered ?? 0);
});

test("kinds of work add up to the covered of the month: officers are no kind of it, and who died since still is", async () => {
  const covered = async (targetGroup: string, diedOn: string | null) => {
    const list = await insertBatch(app, "village-list", places.naras);
    const { id } = await insertPerson(app, list, { name: "Pekerja lain", place: places.naras });
    await readRows(
      app,
      "update app.persons set target_group = ?, died_on = ?::date where id = ? returning 1",
      targetGroup,
      diedOn,
      id,
    );
    await tell(id, "registered", "2026-08-01", null);
    await tell(id, "accepted", "2026-08-02", null);
    for (const month of months) await tell(id, "paid", `${month}-10`, `${month}-01`);
    return id;
  };
  const others = [
    await covered("village-officer", null),
    await covered("religious", null),
    await covered("vulnerable", "2026-11-03"),
    await covered("vulnerable", "2026-10-03"),
  ];
  await refreshCover(app, { personIds: others });
  await refreshFigures(app);
  await refreshDashboards(app);
  const { groups, months: figures, lastMonth } = await getDashboard(app, anActor(app, "MGR"));
  const now = figures.find(({ month }) => month === lastMonth)!;
  expect(groups.map(({ name }) => name)).not.toContain("village-officer");
  expect(groups.reduce((sum, group) => sum + group.covered, 0)).toBe(now.covered);
  expect(now.covered).toBe(3);
});

test("who has a village sees that village and no other, whatever the address says", async () => {
  const operator = anActor(app, "OPR", places.naras.code);
  const own = await getDashboard(app, operator);
  expect([own.place.level, own.villages.map(({ code }) => code)]).toEqual(["village", [places.naras.code]]);
  await expect(getDashboard(app, operator, { villageCode: places.kampung.code })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getDashboard(app, operator, { kecamatanCode: places.naras.kecamatan })).resolves.toMatchObject(
    { place: { level: "village" } },
  );
  for (const role of roles.filter((each) => ["BND", "BKP", "ADM", "SPN", "BPJ", "FIN", "DPO"].includes(each)))
    await expect(getDashboard(app, anActor(app, role))).rejects.toMatchObject({ code: "forbidden" });
});

test("a camat lands on the own kecamatan, and one of another is not there", async () => {
  const camat = anActor(app, "CMT", places.naras.kecamatan);
  const own = await getDashboard(app, camat);
  expect([own.place.level, own.place.kecamatanCode]).toEqual(["kecamatan", places.naras.kecamatan]);
  await expect(getDashboard(app, camat, { kecamatanCode: places.kampung.kecamatan })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("counting anew is seen at once, though answers are kept for a minute", async () => {
  const before = await getDashboard(app, anActor(app, "MGR"));
  await readRows(app, "update app.persons set withdrawn_at = now() where id = ? returning 1", ids[1]!);
  await refreshFigures(app);
  await refreshDashboards(app);
  const after = await getDashboard(app, anActor(app, "MGR"));
  expect([before.quality.people, after.quality.people]).toEqual([3, 2]);
});

test("a note that holds an identity number is refused, and nothing of it is kept", async () => {
  const camat = anActor(app, "CMT", places.naras.kecamatan);
  for (const text of ["NIK 1377930101800001 Budi", "1377 9301 0180 0001", "１３７７９３０１０１８００００１"])
    expect(await writeChartNote(app, camat, { operationId: app.newId(), chart: "tren", text })).toEqual({
      outcome: "refused",
      reason: "identity-number",
    });
  expect((await getDashboard(app, camat)).notes).toEqual([]);
});

test("a note stands beside the chart of its area, signed by a role; too short a one is refused", async () => {
  const camat = anActor(app, "CMT", places.naras.kecamatan);
  const note = { chart: "tren", text: "Naik setelah rakor kecamatan." };
  const op = () => ({ operationId: app.newId() });
  expect(await writeChartNote(app, camat, { ...op(), ...note, text: " " })).toMatchObject({
    outcome: "refused",
  });
  await writeChartNote(app, camat, { ...op(), ...note });
  const { kecamatan } = places.naras;
  expect((await getDashboard(app, camat)).notes).toMatchObject([{ ...note, writtenRole: "CMT" }]);
  expect((await getDashboard(app, anActor(app, "MGR"), { kecamatanCode: kecamatan })).notes).toHaveLength(1);
  expect((await getDashboard(app, anActor(app, "EXE"))).notes).toEqual([]);
  await expect(
    writeChartNote(app, anActor(app, "OPR", places.naras.code), { ...op(), ...note }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
