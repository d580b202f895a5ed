import { sql } from "kysely";
import type { Tx } from "#database";

/** One thing that happened; `on` is a civil date, `month` "YYYY-MM", `code` that of the import or endorsement. */
export type HistoryRow = {
  readonly kind: string;
  readonly at: Date;
  readonly on: string | null;
  readonly month: string | null;
  readonly code: string | null;
  readonly detail: string | null;
};

export async function listImportHistory(tx: Tx, personId: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select 'listed-by-import' as kind, pr.at, null::text as on, null::text as month, b.code, r.kind as detail
    from app.person_rows pr join app.source_records r on r.id = pr.record_id join app.import_batches b on b.id = r.batch_id
    where pr.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))`.execute(tx);
  return rows;
}

export async function listEndorsementHistory(tx: Tx, personId: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select x.kind, x.at, null::text as on, null::text as month, e.code, x.detail
    from app.endorsement_items i join app.endorsements e on e.id = i.endorsement_id
      cross join lateral (values ('endorsement-proposed', e.proposed_at, i.exclusion_reason),
        ('endorsement-' || e.state, e.decided_at, i.exclusion_reason)) as x (kind, at, detail)
    where i.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and x.at is not null`.execute(
    tx,
  );
  return rows;
}

export async function listCoverHistory(tx: Tx, personId: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select 'cover-' || type as kind, recorded_at as at, effective_on::text as on, to_char(month, 'YYYY-MM') as month,
      null::text as code, coalesce(details->>'reason', payer) as detail
    from app.cover_events where person_id in (select id from app.all_of_persons(array[${personId}]::uuid[]))`.execute(
    tx,
  );
  return rows;
}

export async function listLinkHistory(tx: Tx, personId: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select x.kind, x.at, null::text as on, null::text as month, null::text as code, l.kind as detail
    from app.links l cross join lateral (values ('linked-' || l.origin, l.at), ('link-ended', l.ended_at)) as x (kind, at)
    where l.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and x.at is not null`.execute(
    tx,
  );
  return rows;
}

/** What was told of the life: deaths, moves, jobs; and that it was taken back. */
export async function listLifeHistory(tx: Tx, personId: string): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select x.kind, x.at, e.happened_on::text as on, null::text as month, null::text as code, e.document as detail
    from app.life_events e cross join lateral (values ('life-' || e.kind, e.recorded_at), ('life-undone', e.undone_at)) as x (kind, at)
    where e.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and x.at is not null`.execute(
    tx,
  );
  return rows;
}
