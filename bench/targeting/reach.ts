/**
 * How long it takes to count whom cover reaches over a register of so many rows, to compare a new release with the one before, and to
 * read what came of it. A tenth of the rows gives a span of deciles, a tenth has the decile of the family card alone.
 * Usage: TUWAI_DEMO=0 TUWAI_ORIGIN=http://localhost TUWAI_DATA=NEW_FOLDER node bench/targeting/reach.ts [ROWS]
 */
import { loadavg } from "node:os";
import { Client } from "pg";
import { withApp, withDatabase } from "../../packages/cli/src/with-app.ts";
import {
  getDecileWatch,
  getTargeting,
  getTargetingList,
  refreshTargeting,
} from "../../packages/server/src/targeting/index.ts";
import { anActor, insertPlaces, places, syntheticRegister } from "../../packages/server/src/testing/index.ts";

const rows = Number(process.argv[2] ?? 100_000);
const villages = 71;

const show = (...cells: readonly string[]): void =>
  console.log(
    cells[0].padEnd(40) +
      cells
        .slice(1)
        .map((cell) => cell.padStart(12))
        .join(""),
  );

async function timed(what: string, goal: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  show(what, `${seconds.toFixed(2)} s`, goal, loadavg()[0].toFixed(1));
}

/** Families of four; every row has a number, work and a village. */
const describedRows = `
  with numbered as (
    select id, row_number() over (order by id) as n from app.source_records where kind = 'dtsen'
  )
  update app.source_records r set nik_index = decode(md5('nik' || n), 'hex'), family_card_index = decode(md5('card' || n / 4), 'hex'),
    village_code = '${places.naras.kecamatan}.' || 2001 + n % ${villages}, kecamatan_code = '${places.naras.kecamatan}', sex = 'male',
    birth_date = date '1970-01-01' + (n % 12000)::int,
    attributes = jsonb_build_object('asOf', '2026-06-30', 'workGroup', (array['fisher', 'trader', 'student'])[1 + n % 3]) || case n % 10
      when 0 then '{}' when 1 then '{"decileFrom": 1, "decile": 4}' else jsonb_build_object('decile', 1 + n % 10) end
  from numbered where numbered.id = r.id`;

/** A second release: it replaces a half of the rows, repeats four tenths and leaves out the rest. */
const secondRelease = [
  `insert into app.import_batches (region_code, id, code, kind, state, file_name, file_sha256, file_bytes, uploaded_by, uploaded_role, uploaded_at, applied_at)
    select region_code, md5('second')::uuid, 'REG-2', 'dtsen', 'applied', 'dtsen.xlsx', '\\x01', 1, uploaded_by, 'DAT', uploaded_at,
      applied_at + interval '1 hour' from app.import_batches where code = 'REG-dtsen'`,
  `insert into app.source_records (region_code, id, kind, batch_id, sheet, row_no, village_code, kecamatan_code, full_name, birth_date, sex,
      nik_index, nik_status, family_card_index, attributes, content_hash)
    select region_code, md5('second' || id)::uuid, kind, md5('second')::uuid, sheet, row_no, village_code, kecamatan_code, full_name, birth_date, sex,
      nik_index, nik_status, family_card_index, attributes || '{"decileFrom": 2, "decile": 3}', '\\x02'
    from app.source_records where kind = 'dtsen' and get_byte(nik_index, 0) < 128`,
  `insert into app.register_listings (region_code, record_id, batch_id, listed_at)
    select region_code, id, md5('second')::uuid, now() from app.source_records
    where kind = 'dtsen' and batch_id <> md5('second')::uuid and get_byte(nik_index, 0) between 128 and 229`,
  `update app.source_records set withdrawn_at = now(), superseded_by = md5('second')::uuid
    where kind = 'dtsen' and batch_id <> md5('second')::uuid and get_byte(nik_index, 0) < 128`,
];

async function write(url: string, statements: readonly string[]): Promise<void> {
  const owner = new Client(url);
  await owner.connect();
  await owner.query("set session_replication_role = replica");
  for (const statement of statements) await owner.query(statement);
  await owner.end();
}

await withDatabase(async (url) => {
  process.env["DATABASE_URL"] = url;
  await withApp(async (app) => {
    await insertPlaces(app);
    // Four rows of the register to every person of the lists.
    await syntheticRegister(url, { persons: rows / 4, villages });
    await write(url, [describedRows]);
    const officer = anActor(app, "DAT");
    const village = { villageCode: `${places.naras.kecamatan}.2001`, side: "left-out" } as const;
    show(`${rows} rows, ${rows / 4} workers`, "took", "goal", "load");
    await timed("counts after an import, old statistics", "5 s", () => refreshTargeting(app));
    await write(url, ["vacuum analyze app.source_records"]);
    await timed("counts of a night", "5 s", () => refreshTargeting(app));
    await timed("the page, from stored counts", "0.5 s", () => getTargeting(app, officer, {}));
    await timed("the work list of a village", "1 s", () => getTargetingList(app, officer, village));
    await write(url, secondRelease);
    await timed("comparison of a new release, and counts", "15 s", () => refreshTargeting(app));
    await timed("the page of changes", "0.5 s", () => getDecileWatch(app, officer, {}));
    await timed("the page, with the release before", "0.5 s", () => getTargeting(app, officer, {}));
  });
});
