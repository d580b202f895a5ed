import type { RescueWay } from "@tuwai/domain/arrears";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

/** All that one action rescued, as counts. */
export type RoundRow = {
  readonly id: string;
  readonly way: RescueWay;
  readonly rescuedBy: string;
  readonly rescuedAt: Date;
  readonly answerBy: CivilDate;
  readonly workers: number;
  readonly nowRupiah: number;
  readonly monthlyRupiah: number;
  readonly undone: number;
  /** Not taken back, and no more on the board: what was set out for has come. */
  readonly saved: number;
};

const isSaved = sql<boolean>`w.undone_at is null and not exists (select from app.arrears r where r.person_id = w.person_id)`;

/** The latest first; of a village those of its own workers. */
export async function listRoundRows(
  tx: Tx,
  area: Area,
  { limit, offset }: PageSize,
): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select w.round_id as id, min(w.way) as way, (array_agg(w.rescued_by))[1] as rescued_by, min(w.rescued_at) as rescued_at,
      max(w.answer_by) as answer_by, count(*)::int as workers, sum(w.now_rupiah)::bigint as now_rupiah,
      sum(w.monthly_rupiah)::bigint as monthly_rupiah, count(w.undone_at)::int as undone, count(*) filter (where ${isSaved})::int as saved
    from app.rescues w where ${placeWithin(area, "w")}
    group by w.round_id order by min(w.rescued_at) desc, 1 limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countRounds(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct w.round_id)::int as n from app.rescues w where ${placeWithin(area, "w")}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** One worker of a round. */
export type RescueRow = {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly way: RescueWay;
  readonly enrolmentId: string | null;
  readonly owedMonths: number;
  readonly nowRupiah: number;
  readonly monthlyRupiah: number;
  readonly answerBy: CivilDate;
  readonly rescuedBy: string;
  readonly rescuedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
  readonly isSaved: boolean;
};

/** Everybody of a round in the area. */
export async function listRescueRows(tx: Tx, area: Area, roundId: string): Promise<readonly RescueRow[]> {
  const { rows } = await sql<RescueRow>`
    select w.id, w.person_id, p.code, p.full_name, p.village_code, w.way, w.enrolment_id, w.owed_months, w.now_rupiah, w.monthly_rupiah,
      w.answer_by, w.rescued_by, w.rescued_at, w.undone_by, w.undone_at, w.undo_reason, ${isSaved} as is_saved
    from app.rescues w join app.persons p on p.id = w.person_id
    where w.round_id = ${roundId} and ${placeWithin(area, "w")} order by p.village_code, p.full_name, w.id`.execute(
    tx,
  );
  return rows;
}
