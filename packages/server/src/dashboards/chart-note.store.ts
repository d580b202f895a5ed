import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

/** Of the whole city where both codes are null, of a kecamatan where the village is. */
export type ChartNote = {
  readonly id: string;
  readonly chart: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly text: string;
  readonly writtenRole: Role;
  readonly writtenAt: Date;
};

const most = 60;

/** What was written beside the charts of exactly this area, newest first. */
export async function listNotes(
  tx: Tx,
  area: Area,
  place: Pick<ChartNote, "villageCode" | "kecamatanCode">,
): Promise<readonly ChartNote[]> {
  const { rows } = await sql<ChartNote>`
    select n.id, n.chart, n.village_code, n.kecamatan_code, n.text, n.written_role, n.written_at from app.chart_notes n
    where ${placeWithin(area, "n")} and n.village_code is not distinct from ${place.villageCode}
      and n.kecamatan_code is not distinct from ${place.kecamatanCode}
    order by n.written_at desc, n.id desc limit ${most}`.execute(tx);
  return rows;
}

export async function insertNote(
  tx: Tx,
  note: ChartNote & { readonly regionCode: string; readonly writtenBy: string },
): Promise<void> {
  await sql`
    insert into app.chart_notes (region_code, id, chart, village_code, kecamatan_code, text, written_by, written_role, written_at)
    values (${note.regionCode}, ${note.id}, ${note.chart}, ${note.villageCode}, ${note.kecamatanCode}, ${note.text}, ${note.writtenBy},
      ${note.writtenRole}, ${note.writtenAt})`.execute(tx);
}
