import type { VisitAnswer } from "@tuwai/domain/claimability";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type VisitRow = {
  readonly id: string;
  readonly sampleId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly drawnAt: Date;
  readonly answer: VisitAnswer | null;
  readonly answeredAt: Date | null;
};

export type VisitChoice = { readonly sampleId: string | null; readonly open: boolean };

const chosen = (area: Area, { sampleId, open }: VisitChoice) => sql`
  from app.visit_sample_members m join app.persons p on p.id = m.person_id
  where ${placeWithin(area, "m")} and (${sampleId}::uuid is null or m.sample_id = ${sampleId}) and (not ${open} or m.answer is null)`;

export async function countVisitRows(tx: Tx, area: Area, choice: VisitChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${chosen(area, choice)}`.execute(tx);
  return rows[0]!.n;
}

/** Those not answered first, in the order of a walk. */
export async function listVisitRows(
  tx: Tx,
  area: Area,
  { limit, offset, ...choice }: VisitChoice & PageSize,
): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select m.id, m.sample_id, p.id as person_id, p.code, p.full_name, p.village_code, p.occupation_group, m.drawn_at, m.answer, m.answered_at
    ${chosen(area, choice)} order by m.answer is not null, p.village_code, p.address nulls last, p.full_name, m.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
