import type { RescueWay } from "@tuwai/domain/arrears";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/** One after the other in a city: two who rescue the same worker at once would both find nobody at it. */
export async function lockRescues(tx: Tx): Promise<void> {
  await lockCity(tx, "rescues");
}

export type NewRescue = {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly way: RescueWay;
  readonly enrolmentId: string | null;
  readonly owedMonths: number;
  readonly nowRupiah: number;
  readonly monthlyRupiah: number;
  readonly answerBy: CivilDate;
};

type Made = { readonly by: string; readonly at: Date };

export async function insertRescues(
  tx: Tx,
  regionCode: string,
  rescues: readonly NewRescue[],
  { by, at }: Made,
): Promise<void> {
  await sql`
    insert into app.rescues (region_code, id, round_id, person_id, village_code, kecamatan_code, way, enrolment_id, owed_months, now_rupiah,
      monthly_rupiah, answer_by, rescued_by, rescued_at)
    select ${regionCode}, n."id", n."roundId", n."personId", n."villageCode", n."kecamatanCode", n."way", n."enrolmentId", n."owedMonths",
      n."nowRupiah", n."monthlyRupiah", n."answerBy", ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rescues)}::jsonb) as n("id" uuid, "roundId" uuid, "personId" uuid, "villageCode" text,
      "kecamatanCode" text, "way" text, "enrolmentId" uuid, "owedMonths" integer, "nowRupiah" bigint, "monthlyRupiah" bigint,
      "answerBy" date)`.execute(tx);
}

export async function markUndone(
  tx: Tx,
  ids: readonly string[],
  { by, at, reason }: Made & { readonly reason: string },
): Promise<void> {
  await sql`
    update app.rescues set undone_by = ${by}, undone_at = ${at}, undo_reason = ${reason}
    where id = any(${ids}::uuid[]) and undone_at is null`.execute(tx);
}
