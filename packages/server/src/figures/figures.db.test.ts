import { beforeEach, expect, test } from "vitest";
import { type App, roles } from "#app";
import { refreshCover } from "#cover";
import { getVillageCoverage } from "#coverage";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import { read } from "#use-case";
import { listArrivals, listCohorts, listMonthFigures } from "./list-figures.ts";
import { refreshFigures } from "./refresh-figures.ts";

const database = testDatabase();
let app: App;
let ids: string[];

const figuresOf = read({ purpose: "figures-test", permission: "stats.internal.read" }, async (step) => ({
  figures: await listMonthFigures(step),
  cohorts: await listCohorts(step),
  arrivals: await listArrivals(step),
}));

type Event = readonly [type: string, on: string, month?: string];

const tell = (personId: string, events: readonly Event[]) =>
  readRows(
    app,
    `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, type, effective_on, recorded_at, month, evidence_type, evidence_id, natural_key)
     select p.region_code, gen_random_uuid(), p.village_code, p.kecamatan_code, p.id, e.type, e."on", e."on", e.month, 'test', '1', e.type || e."on" || coalesce(e.month::text, '')
     from app.persons p, jsonb_to_recordset(?::jsonb) as e(type text, "on" date, month date) where p.id = ?`,
    JSON.stringify(
      events.map(([type, on, month]) => ({ type, on, month: month === undefined ? null : `${month}-01` })),
    ),
    personId,
  );

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
  ids = [];
  for (const [n, place] of [places.naras, places.naras, places.kampung].entries()) {
    const list = await insertBatch(app, "village-list", place);
    ids.push((await insertPerson(app, list, { name: `Pekerja ${n}`, place })).id);
  }
});

test("every month of every village is counted from the clock of cover, and this month is what the live figure says", async () => {
  const [today] = await readRows<{ now: string; before: string; earlier: string }>(
    app,
    `select to_char(?::date, 'YYYY-MM') as now, to_char(?::date - interval '1 month', 'YYYY-MM') as before,
       to_char(?::date - interval '2 months', 'YYYY-MM') as earlier`,
    app.clock.today(),
    app.clock.today(),
    app.clock.today(),
  );
  const { now, before, earlier } = today!;
  const joins: Event[] = [
    ["registered", `${earlier}-02`],
    ["accepted", `${earlier}-03`],
    ["paid", `${earlier}-10`, earlier],
  ];
  await tell(ids[0]!, [...joins, ["paid", `${before}-10`, before], ["paid", `${now}-01`, now]]);
  await tell(ids[1]!, joins);
  await refreshCover(app, { personIds: ids });
  await refreshFigures(app);
  const { figures, cohorts, arrivals } = await figuresOf(app, anActor(app, "MGR"));
  const at = (village: string, month: string) =>
    figures.find((figure) => figure.villageCode === village && figure.month === month);
  expect(at(places.naras.code, earlier)).toMatchObject({ covered: 2, onTime: 2, joined: 2 });
  expect(at(places.naras.code, before)).toMatchObject({ covered: 1, grace: 1 });
  expect(at(places.kampung.code, now)).toMatchObject({ listed: 1, covered: 0 });
  expect(cohorts.map(({ month, covered }) => [month, covered])).toEqual([
    [earlier, 2],
    [before, 1],
    [now, 1],
  ]);
  expect(arrivals).toContainEqual({ month: earlier, day: 9, payments: 2 });
  const live = await getVillageCoverage(app, anActor(app, "MGR"));
  for (const { code, numerator, denominator } of live.villages) {
    const counted = at(code, now);
    expect([(counted?.covered ?? 0) + (counted?.due ?? 0), counted?.listed ?? 0]).toEqual([
      numerator,
      denominator,
    ]);
  }
});

test("counting again changes nothing, and a person who leaves the list leaves every month", async () => {
  expect((await refreshFigures(app)).changed).toBeGreaterThan(0);
  expect(await refreshFigures(app)).toEqual({ changed: 0 });
  await readRows(app, "update app.persons set withdrawn_at = now() where id = ? returning 1", ids[2]!);
  expect((await refreshFigures(app)).changed).toBe(1);
  const { figures } = await figuresOf(app, anActor(app, "MGR"));
  expect(figures.some(({ villageCode }) => villageCode === places.kampung.code)).toBe(false);
});

test("months with the full death benefit are counted as well", async () => {
  const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
  await tell(ids[0]!, [
    ["registered", "2026-01-02"],
    ["accepted", "2026-01-03"],
    ...months.map((month): Event => ["paid", `${month}-10`, month]),
  ]);
  await refreshCover(app, { personIds: ids });
  await refreshFigures(app);
  const { figures } = await figuresOf(app, anActor(app, "MGR"));
  expect(figures.filter(({ fullCover }) => fullCover > 0).map(({ month }) => month)).toEqual(["2026-05"]);
});

test("a village sees its own figures and no other's; who works with no figures sees none", async () => {
  await refreshFigures(app);
  const own = await figuresOf(app, anActor(app, "OPR", places.naras.code));
  expect(new Set(own.figures.map(({ villageCode }) => villageCode))).toEqual(new Set([places.naras.code]));
  for (const role of roles.filter((each) => ["BND", "BKP", "ADM"].includes(each)))
    await expect(figuresOf(app, anActor(app, role))).rejects.toMatchObject({ code: "forbidden" });
});
