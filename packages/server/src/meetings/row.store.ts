import type { RegionCode } from "@tuwai/domain/regions";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

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
