import { sql } from "kysely";
import type { Tx } from "#database";
import type { Outcome, ShownReason } from "#eligibility";
import type { EndorsementRow } from "./endorsement.view.ts";

export type NewItem = {
  readonly personId: string;
  readonly included: boolean;
  readonly exclusionReason: string | null;
  readonly judgement: FrozenJudgement;
};

/** The judgement as it stood when the list was proposed. */
export type FrozenJudgement = {
  readonly outcome: Outcome | null;
  readonly reasons: readonly ShownReason[];
};

type Place = { readonly regionCode: string; readonly villageCode: string; readonly kecamatanCode: string };

export async function insertItems(
  tx: Tx,
  list: Place & { readonly id: string },
  items: readonly NewItem[],
): Promise<void> {
  await sql`
    insert into app.endorsement_items (region_code, endorsement_id, village_code, kecamatan_code, person_id, included,
      exclusion_reason, judgement)
    select ${list.regionCode}, ${list.id}, ${list.villageCode}, ${list.kecamatanCode}, n."personId", n.included,
      n."exclusionReason", n.judgement
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as n ("personId" uuid, included boolean, "exclusionReason" text, judgement jsonb)`.execute(tx);
}

export async function updateItem(
  tx: Tx,
  item: { readonly endorsementId: string; readonly personId: string },
  to: { readonly included: boolean; readonly exclusionReason: string | null },
): Promise<boolean> {
  const result = await sql`
    update app.endorsement_items set included = ${to.included}, exclusion_reason = ${to.exclusionReason}
    where endorsement_id = ${item.endorsementId} and person_id = ${item.personId} and included <> ${to.included}`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** The list of the same village and programme that was in force before this one was decided. */
export function lastApproved(list: Pick<EndorsementRow, "id" | "villageCode" | "programme" | "decidedAt">) {
  return sql`
    select e.id from app.endorsements e
    where e.village_code = ${list.villageCode} and e.programme = ${list.programme} and e.state = 'approved' and e.id <> ${list.id}
      and e.decided_at < coalesce(${list.decidedAt}::timestamptz, 'infinity')
    order by e.decided_at desc, e.id desc limit 1`;
}

export async function hasEarlierList(tx: Tx, list: EndorsementRow): Promise<boolean> {
  const result = await sql`${lastApproved(list)}`.execute(tx);
  return result.rows.length > 0;
}

export async function countExclusions(
  tx: Tx,
  endorsementId: string,
): Promise<readonly { readonly reason: string; readonly count: number }[]> {
  const result = await sql<{ reason: string; count: number }>`
    select exclusion_reason as reason, count(*)::int as count from app.endorsement_items
    where endorsement_id = ${endorsementId} and not included group by 1 order by 2 desc, 1`.execute(tx);
  return result.rows;
}
