import { month } from "@tuwai/domain/time";
import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "#app";
import { anActor, insertPlaces, places, readRows, testDatabase } from "#testing";
import { ensurePlanningSettings, getForecast, refreshForecasts, refreshTrendEvents } from "./index.ts";

const database = testDatabase();
let app: App;

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
  await ensurePlanningSettings(app);
  for (const { code, kecamatan } of [places.naras, places.kampung])
    await readRows(
      app,
      `insert into app.month_figures (region_code, village_code, kecamatan_code, group_code, month, counts, counted_at)
       select '13.77', ?, ?, 'worker', m::date, jsonb_build_object('listed', 100, 'covered', 20 + extract(month from m), 'joined', 1,
         'onTime', 1, 'fullCover', 0, 'due', 0, 'grace', 0, 'waitingFirstPayment', 0, 'listOnly', 0, 'ended', 0, 'lapsed', 0, 'returned', 0,
         'left', 0), now() from generate_series(date '2026-01-01', date '2026-10-01', interval '1 month') m`,
      code,
      kecamatan,
    );
  await refreshForecasts(app);
});

/** Rows of other features, as their owner writes them: only their own use cases may. */
async function asOwner(statement: string, values: readonly unknown[]): Promise<void> {
  const owner = new Client(database.url);
  await owner.connect();
  try {
    await owner.query("set row_security = off");
    await owner.query(statement, [...values]);
  } finally {
    await owner.end();
  }
}

const aList = (village: { code: string; kecamatan: string }, rows: number, on: string) =>
  asOwner(
    `insert into app.import_batches (region_code, id, code, kind, village_code, kecamatan_code, state, file_name, file_sha256, file_bytes,
       counts, uploaded_by, uploaded_role, uploaded_at, applied_at)
     values ('13.77', gen_random_uuid(), $1, 'village-list', $2, $3, 'applied', 'daftar.xlsx', convert_to($1, 'utf8'), 1,
       jsonb_build_object('accepted', 90, 'detail', jsonb_build_object('applied', $4::int, 'unchanged', 1)), gen_random_uuid(), 'OPR', $5, $5)`,
    [`IM-${on}-${rows}`, village.code, village.kecamatan, rows, on],
  );

const aPayroll = (of: string, mandates: number) =>
  asOwner(
    `insert into app.payroll_batches (region_code, id, opd, month, code, state, content_hash, is_supplement, mandates, promised_rupiah,
       left_out, prepared_by, prepared_at, decided_by, decided_at)
     values ('13.77', gen_random_uuid(), 'Dinas', $1::date, $2, 'locked', '\\x01', false, $3, 1, '[]', gen_random_uuid(), now(),
       gen_random_uuid(), now())`,
    [of, `PG-${of}`, mandates],
  );

const marksFor = async (actor = anActor(app, "MGR"), villageCode?: string) => {
  await refreshTrendEvents(app);
  const { marks } = (await getForecast(app, actor, { villageCode }))!;
  return marks.map(({ month: of, events }) => [of, events.map(({ kind, number }) => `${kind} ${number}`)]);
};

describe("what happened beside the line of coverage", () => {
  test("is nothing where nothing did, and a setting that nobody confirmed is no target", async () => {
    expect(await marksFor()).toEqual([]);
  });

  test("is a target that somebody confirmed, large lists by their month, and the first and last payroll", async () => {
    await readRows(
      app,
      `update app.settings set confirmed = true, changed_by = gen_random_uuid(), changed_at = '2026-05-20 02:00Z', value = '60'
       where name = 'coverage-target-percent'`,
    );
    await aList(places.naras, 30, "2026-03-02 02:00Z");
    await aList(places.kampung, 40, "2026-03-31 20:00Z");
    await aList(places.kampung, 4, "2026-06-05 02:00Z");
    for (const day of ["2026-07-01", "2026-08-01", "2026-09-01"]) await aPayroll(day, 25);
    expect(await marksFor()).toEqual([
      [month("2026-03"), ["list 30"]],
      [month("2026-04"), ["list 40"]],
      [month("2026-05"), ["target 60"]],
      [month("2026-07"), ["payroll 25"]],
      [month("2026-09"), ["payroll 25"]],
    ]);
  });

  test("of a village are its own lists and what is of the city, and the same for its operator, its camat and who sees them all", async () => {
    await aList(places.naras, 30, "2026-03-02 02:00Z");
    await aList(places.kampung, 40, "2026-04-02 02:00Z");
    await aPayroll("2026-07-01", 25);
    const own = [
      [month("2026-03"), ["list 30"]],
      [month("2026-07"), ["payroll 25"]],
    ];
    expect(await marksFor(anActor(app, "OPR", places.naras.code))).toEqual(own);
    expect(await marksFor(anActor(app, "CMT", places.naras.kecamatan), places.naras.code)).toEqual(own);
    expect(await marksFor(anActor(app, "MGR"), places.naras.code)).toEqual(own);
  });
});
