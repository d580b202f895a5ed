import type { RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { stirMeeting } from "./stirred.ts";

/** What a village of an area did in a meeting. */
export type VillageRow = {
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly openedAt: Date | null;
  readonly typingAt: Date | null;
  readonly typedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly objectedAt: Date | null;
  readonly objection: string | null;
  readonly changedAt: Date;
  readonly version: number;
};

export async function listVillageRows(tx: Tx, area: Area, meetingId: string): Promise<readonly VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select r.village_code, r.kecamatan_code, r.opened_at, r.typing_at, r.typed_at, r.confirmed_at, r.objected_at, r.objection,
      r.changed_at, r.version
    from app.meeting_rows r where r.meeting_id = ${meetingId} and ${placeWithin(area, "r")} order by r.village_code`.execute(
    tx,
  );
  return rows;
}

export type RowKey = {
  readonly meetingId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** What a village has done so far, held until the transaction ends; made where it is the first. */
export async function holdVillageRow({ tx, actor, now }: Step, key: RowKey): Promise<VillageRow> {
  await sql`
    insert into app.meeting_rows (region_code, meeting_id, village_code, kecamatan_code, changed_by, changed_at)
    values (${actor.regionCode}, ${key.meetingId}, ${key.villageCode}, ${key.kecamatanCode}, ${actor.userId}, ${now})
    on conflict (meeting_id, village_code) do nothing`.execute(tx);
  const { rows } = await sql<VillageRow>`
    select r.village_code, r.kecamatan_code, r.opened_at, r.typing_at, r.typed_at, r.confirmed_at, r.objected_at, r.objection,
      r.changed_at, r.version
    from app.meeting_rows r where r.meeting_id = ${key.meetingId} and r.village_code = ${key.villageCode} for update`.execute(
    tx,
  );
  return rows[0]!;
}

type Marks = Pick<
  VillageRow,
  "openedAt" | "typingAt" | "typedAt" | "confirmedAt" | "objectedAt" | "objection"
>;

/** Writes what a village did now; what is not named stays. */
export async function markVillageRow(
  step: Step,
  key: RowKey,
  mark: (row: VillageRow) => Partial<Marks>,
): Promise<VillageRow> {
  const row = await holdVillageRow(step, key);
  const next = { ...row, ...mark(row) };
  await sql`
    update app.meeting_rows set opened_at = ${next.openedAt}, typing_at = ${next.typingAt}, typed_at = ${next.typedAt},
      confirmed_at = ${next.confirmedAt}, objected_at = ${next.objectedAt}, objection = ${next.objection},
      changed_by = ${step.actor.userId}, changed_at = ${step.now}, version = version + 1
    where meeting_id = ${key.meetingId} and village_code = ${key.villageCode}`.execute(step.tx);
  stirMeeting(step.app, key.meetingId);
  return row;
}
