import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** When which village of an area said that its numbers are right. */
export async function listChecks(tx: Tx, area: Area, meetingId: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ villageCode: string; checkedAt: Date }>`
    select r.village_code, r.checked_at from app.meeting_rows r
    where r.meeting_id = ${meetingId} and r.checked_at is not null and ${placeWithin(area, "r")}`.execute(tx);
  return new Map(rows.map((row) => [row.villageCode, row.checkedAt]));
}

type Checked = {
  readonly regionCode: string;
  readonly meetingId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly by: string;
  readonly at: Date;
};

/** Said once; said again it stays at the first time. */
export async function insertCheck(tx: Tx, c: Checked): Promise<void> {
  await sql`
    insert into app.meeting_rows (region_code, meeting_id, village_code, kecamatan_code, checked_at, changed_by, changed_at)
    values (${c.regionCode}, ${c.meetingId}, ${c.villageCode}, ${c.kecamatanCode}, ${c.at}, ${c.by}, ${c.at})
    on conflict (meeting_id, village_code) do update set checked_at = coalesce(app.meeting_rows.checked_at, excluded.checked_at),
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx);
}
