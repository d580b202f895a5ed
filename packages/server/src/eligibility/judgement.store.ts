import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

export type JudgementRow = {
  readonly personId: string;
  readonly policyNumber: number;
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  readonly reasons: readonly object[];
  readonly priority: number;
  readonly priorityReasons: readonly object[];
};

type Stamp = { readonly programme: string; readonly judgedOn: string; readonly at: Date };

/** One portion of a city at a time: two over the same persons would each wait for the other. */
export async function lockJudgements(tx: Tx): Promise<void> {
  await lockCity(tx, "judgements");
}

/** Writes judgements that differ from what stands, and drops those of persons no longer judged. Counts new outcomes. */
export async function replaceJudgements(
  tx: Tx,
  judged: { readonly personIds: readonly string[]; readonly rows: readonly JudgementRow[] },
  stamp: Stamp,
): Promise<number> {
  const rows = JSON.stringify(judged.rows);
  const dropped = await sql`
    delete from app.judgements j
    where j.programme = ${stamp.programme} and j.person_id = any(${judged.personIds}::uuid[])
      and not j.person_id = any(${judged.rows.map((row) => row.personId)}::uuid[])`.execute(tx);
  const changed = await sql<{ isNewOutcome: boolean }>`
    with n as (
      select * from jsonb_to_recordset(${rows}::jsonb) as n ("personId" uuid, "policyNumber" int, outcome text, reasons jsonb,
        priority int, "priorityReasons" jsonb)
    ), before as (
      select j.person_id, j.outcome from app.judgements j join n on n."personId" = j.person_id where j.programme = ${stamp.programme}
    )
    update app.judgements j
    set policy_number = n."policyNumber", judged_on = ${stamp.judgedOn}::date, outcome = n.outcome, reasons = n.reasons,
      priority = n.priority, priority_reasons = n."priorityReasons", at = ${stamp.at}
    from n join before on before.person_id = n."personId"
    where j.person_id = n."personId" and j.programme = ${stamp.programme}
      and (j.policy_number, j.judged_on, j.outcome, j.reasons, j.priority, j.priority_reasons)
        is distinct from (n."policyNumber", ${stamp.judgedOn}::date, n.outcome, n.reasons, n.priority, n."priorityReasons")
    returning before.outcome <> n.outcome as is_new_outcome`.execute(tx);
  const added = await sql`
    insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome,
      reasons, priority, priority_reasons, at)
    select p.region_code, p.village_code, p.kecamatan_code, p.id, ${stamp.programme}, n."policyNumber", ${stamp.judgedOn}::date,
      n.outcome, n.reasons, n.priority, n."priorityReasons", ${stamp.at}
    from jsonb_to_recordset(${rows}::jsonb) as n ("personId" uuid, "policyNumber" int, outcome text, reasons jsonb,
      priority int, "priorityReasons" jsonb)
    join app.persons p on p.id = n."personId"
    on conflict do nothing`.execute(tx);
  const newOutcomes = changed.rows.filter((row) => row.isNewOutcome).length;
  return newOutcomes + Number(added.numAffectedRows ?? 0) + Number(dropped.numAffectedRows ?? 0);
}
