import type { RedDecision, ShownCode } from "@tuwai/domain/claimability";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

export type DecisionRow = {
  readonly enrolmentId: string;
  readonly decision: RedDecision;
  readonly reason: string;
  readonly missing: readonly ShownCode[];
  readonly decidedRole: Role;
  readonly decidedAt: Date;
};

/** The last decision on each of these enrolments. */
export async function listLastDecisions(
  tx: Tx,
  area: Area,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, DecisionRow>> {
  const { rows } = await sql<DecisionRow>`
    select distinct on (d.enrolment_id) d.enrolment_id, d.decision, d.reason, d.missing, d.decided_role, d.decided_at
    from app.claimability_decisions d where d.enrolment_id = any(${enrolmentIds}::uuid[]) and ${placeWithin(area, "d")}
    order by d.enrolment_id, d.decided_at desc, d.id desc`.execute(tx);
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

export type NewDecision = DecisionRow & {
  readonly regionCode: string;
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly decidedBy: string;
};

export async function insertDecision(tx: Tx, d: NewDecision): Promise<void> {
  await sql`
    insert into app.claimability_decisions (region_code, id, enrolment_id, person_id, village_code, kecamatan_code, decision, reason, missing,
      decided_by, decided_role, decided_at)
    values (${d.regionCode}, ${d.id}, ${d.enrolmentId}, ${d.personId}, ${d.villageCode}, ${d.kecamatanCode}, ${d.decision}, ${d.reason},
      ${d.missing}::text[], ${d.decidedBy}, ${d.decidedRole}, ${d.decidedAt})`.execute(tx);
}
