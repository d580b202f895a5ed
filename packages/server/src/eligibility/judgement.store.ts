import { type RawBuilder, sql } from "kysely";
import { lockCity, type Tx } from "#database";

export type JudgementRow = {
  readonly personId: string;
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly policyNumber: number;
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  readonly reasons: readonly object[];
  readonly barsPayment: boolean;
  readonly isReady: boolean;
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
  const rows = rowsOf(judged.rows);
  const dropped = await sql`
    delete from app.judgements j
    where j.programme = ${stamp.programme} and j.person_id = any(${judged.personIds}::uuid[])
      and not j.person_id = any(${judged.rows.map((row) => row.personId)}::uuid[])`.execute(tx);
  // The row before the change is joined by the whole key, so that the planner finds both by it even without statistics.
  const changed = await sql<{ isNewOutcome: boolean }>`
    update app.judgements j
    set policy_number = n.policy_number, judged_on = ${stamp.judgedOn}::date, outcome = n.outcome, reasons = n.reasons::jsonb,
      bars_payment = n.bars_payment, is_ready = n.is_ready, priority = n.priority, priority_reasons = n.priority_reasons::jsonb, at = ${stamp.at}
    from ${rows} join app.judgements before on before.person_id = n.person_id and before.programme = ${stamp.programme}
    where j.person_id = before.person_id and j.programme = before.programme
      and (before.policy_number, before.judged_on, before.outcome, before.reasons, before.bars_payment, before.is_ready,
          before.priority, before.priority_reasons)
        is distinct from (n.policy_number, ${stamp.judgedOn}::date, n.outcome, n.reasons::jsonb, n.bars_payment, n.is_ready,
          n.priority, n.priority_reasons::jsonb)
    returning before.outcome <> n.outcome as is_new_outcome`.execute(tx);
  const added = await sql`
    insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome,
      reasons, bars_payment, is_ready, priority, priority_reasons, at)
    select n.region_code, n.village_code, n.kecamatan_code, n.person_id, ${stamp.programme}, n.policy_number, ${stamp.judgedOn}::date,
      n.outcome, n.reasons::jsonb, n.bars_payment, n.is_ready, n.priority, n.priority_reasons::jsonb, ${stamp.at}
    from ${rows}
    on conflict do nothing`.execute(tx);
  const newOutcomes = changed.rows.filter((row) => row.isNewOutcome).length;
  return newOutcomes + Number(added.numAffectedRows ?? 0) + Number(dropped.numAffectedRows ?? 0);
}

/** Judgements as a table of a query: of arrays the planner knows how many there are. */
function rowsOf(rows: readonly JudgementRow[]): RawBuilder<unknown> {
  const places = (of: (row: JudgementRow) => string) => sql`${rows.map(of)}::text[]`;
  const texts = (of: (row: JudgementRow) => readonly object[]) => rows.map((row) => JSON.stringify(of(row)));
  return sql`unnest(${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.policyNumber)}::int[],
      ${rows.map((row) => row.outcome)}::text[], ${texts((row) => row.reasons)}::text[], ${rows.map((row) => row.priority)}::int[],
      ${texts((row) => row.priorityReasons)}::text[], ${rows.map((row) => row.barsPayment)}::boolean[],
      ${rows.map((row) => row.isReady)}::boolean[], ${places((row) => row.regionCode)}, ${places((row) => row.villageCode)},
      ${places((row) => row.kecamatanCode)})
    as n (person_id, policy_number, outcome, reasons, priority, priority_reasons, bars_payment, is_ready, region_code, village_code,
      kecamatan_code)`;
}
