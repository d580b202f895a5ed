import type { BatchState, LeftOutMandate, LineChange } from "@tuwai/domain/payroll";
import type { Rupiah } from "@tuwai/domain/money";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, officesWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type LeftOut = Pick<LeftOutMandate, "reason" | "own"> & { readonly mandateCode: string };

export type Batch = {
  readonly id: string;
  readonly office: string;
  readonly month: Month;
  readonly code: string;
  readonly state: BatchState;
  readonly version: number;
  /** SHA-256 of the content, as hex. */
  readonly fingerprint: string;
  readonly isSupplement: boolean;
  /** Mandates of which something is taken, and how much in all. */
  readonly mandates: number;
  readonly promisedRupiah: Rupiah;
  readonly leftOut: readonly LeftOut[];
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly refusal: string | null;
  readonly unlockReason: string | null;
  readonly closedAt: Date | null;
};

const columns = sql`b.id, b.opd as office, to_char(b.month, 'YYYY-MM') as month, b.code, b.state, b.version,
  encode(b.content_hash, 'hex') as fingerprint, b.is_supplement, b.mandates, b.promised_rupiah, b.left_out, b.prepared_by, b.prepared_at,
  b.decided_by, b.decided_at, b.refusal, b.unlock_reason, b.closed_at`;

export async function findBatch(tx: Tx, area: Area, code: string): Promise<Batch | undefined> {
  const { rows } = await sql<Batch>`
    select ${columns} from app.payroll_batches b where b.code = ${code} and ${officesWithin(area, "b")}`.execute(
    tx,
  );
  return rows[0];
}

/** Every batch of an office and month that is not cancelled, oldest first. */
export async function listBatchesOf(
  tx: Tx,
  of: { readonly office: string; readonly month: Month },
): Promise<readonly Batch[]> {
  const { rows } = await sql<Batch>`
    select ${columns} from app.payroll_batches b where b.region_code = (select app.region()) and b.opd = ${of.office}
      and b.month = ${firstDay(of.month)}::date and b.state <> 'cancelled' order by b.prepared_at, b.id`.execute(
    tx,
  );
  return rows;
}

export type ListedBatch = Pick<
  Batch,
  "office" | "month" | "code" | "state" | "isSupplement" | "mandates" | "promisedRupiah"
> & {
  readonly hasResult: boolean;
  readonly deductedRupiah: Rupiah;
  readonly matchedRupiah: Rupiah;
};

export type BatchChoice = {
  readonly area: Area;
  readonly month: Month | null;
  readonly office: string | null;
};

const chosen = ({ area, month, office }: BatchChoice) => sql<boolean>`${officesWithin(area, "b")}
  and (${month}::text is null or b.month = ${month === null ? null : firstDay(month)}::date) and (${office}::text is null or b.opd = ${office})`;

/** The newest month first. */
export async function listBatchRows(
  tx: Tx,
  choice: BatchChoice,
  part: PageSize,
): Promise<readonly ListedBatch[]> {
  const { rows } = await sql<ListedBatch>`
    select b.opd as office, to_char(b.month, 'YYYY-MM') as month, b.code, b.state, b.is_supplement, b.mandates, b.promised_rupiah,
      r.id is not null as has_result, coalesce(r.rupiah, 0)::bigint as deducted_rupiah,
      coalesce((select sum(m.rupiah) from app.payroll_matches m where m.batch_id = b.id and m.undone_at is null), 0)::bigint as matched_rupiah
    from app.payroll_batches b left join app.payroll_results r on r.batch_id = b.id and r.undone_at is null
    where ${chosen(choice)} order by b.month desc, b.opd, b.prepared_at desc limit ${part.limit} offset ${part.offset}`.execute(
    tx,
  );
  return rows;
}

export async function countBatchRows(tx: Tx, choice: BatchChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.payroll_batches b where ${chosen(choice)}`.execute(tx);
  return rows[0]!.n;
}

export type StoredLine = {
  readonly mandateId: string;
  readonly mandateCode: string;
  readonly employeeName: string | null;
  readonly own: Rupiah;
  readonly carried: Rupiah;
  readonly amount: Rupiah;
  readonly before: Rupiah;
  readonly change: LineChange;
};

/** The lines of one version of a batch, by name. */
export async function listLines(
  tx: Tx,
  of: { readonly id: string; readonly version: number },
): Promise<readonly StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    select l.pledge_id as mandate_id, l.mandate_code, l.employee_name, l.own_rupiah as own, l.carried_rupiah as carried,
      l.amount_rupiah as amount, l.before_rupiah as before, l.change
    from app.payroll_lines l where l.batch_id = ${of.id} and l.version = ${of.version}
    order by l.employee_name, l.mandate_code`.execute(tx);
  return rows;
}

/** What each mandate of an office was in the last month before this one that was accepted. */
export async function listAcceptedBefore(
  tx: Tx,
  of: { readonly office: string; readonly month: Month },
): Promise<ReadonlyMap<string, Rupiah>> {
  const { rows } = await sql<{ id: string; amount: Rupiah }>`
    with last as (
      select max(b.month) as month from app.payroll_batches b where b.region_code = (select app.region()) and b.opd = ${of.office}
        and b.state in ('locked', 'closed') and b.month < ${firstDay(of.month)}::date)
    select l.pledge_id as id, sum(l.amount_rupiah)::bigint as amount
    from app.payroll_batches b join last on last.month = b.month join app.payroll_lines l on l.batch_id = b.id and l.version = b.version
    where b.region_code = (select app.region()) and b.opd = ${of.office} and b.state in ('locked', 'closed')
    group by l.pledge_id`.execute(tx);
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}

/** Mandates that another batch of the month has. */
export async function listOccupied(
  tx: Tx,
  of: { readonly month: Month; readonly mandateIds: readonly string[]; readonly exceptBatch: string | null },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct l.pledge_id as id from app.payroll_lines l
    where l.pledge_id = any(${of.mandateIds}::uuid[]) and l.month = ${firstDay(of.month)}::date and l.is_live and l.own_rupiah > 0
      and l.batch_id is distinct from ${of.exceptBatch}::uuid`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** What accepted endings carried on and no batch has taken up yet, by mandate; without what `exceptBatch` takes up itself. */
export async function listCarried(
  tx: Tx,
  of: { readonly mandateIds: readonly string[]; readonly exceptBatch: string | null; readonly before: Month },
): Promise<ReadonlyMap<string, Rupiah>> {
  const { rows } = await sql<{ id: string; amount: Rupiah }>`
    select x.id, sum(x.amount)::bigint as amount from (
      select e.pledge_id as id, e.carry_rupiah as amount from app.payroll_endings e join app.payroll_batches b on b.id = e.batch_id
      where e.pledge_id = any(${of.mandateIds}::uuid[]) and e.ending = 'carried' and e.decision = 'accepted' and e.undone_at is null
        and b.month < ${firstDay(of.before)}::date
      union all
      select l.pledge_id, -l.carried_rupiah from app.payroll_lines l
      where l.pledge_id = any(${of.mandateIds}::uuid[]) and l.is_live and l.batch_id is distinct from ${of.exceptBatch}::uuid) x
    group by x.id having sum(x.amount) <> 0`.execute(tx);
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}

export type NewContent = {
  readonly version: number;
  readonly contentHash: Buffer;
  readonly mandates: number;
  readonly promisedRupiah: number;
  readonly leftOut: readonly LeftOut[];
};

type Made = { readonly by: string; readonly at: Date };

export async function insertBatch(
  tx: Tx,
  batch: NewContent & {
    readonly regionCode: string;
    readonly id: string;
    readonly office: string;
    readonly month: Month;
    readonly code: string;
    readonly isSupplement: boolean;
  },
  made: Made,
): Promise<void> {
  await sql`
    insert into app.payroll_batches (region_code, id, opd, month, code, state, version, content_hash, is_supplement, mandates,
      promised_rupiah, left_out, prepared_by, prepared_at)
    values (${batch.regionCode}, ${batch.id}, ${batch.office}, ${firstDay(batch.month)}::date, ${batch.code}, 'draft', ${batch.version},
      ${batch.contentHash}, ${batch.isSupplement}, ${batch.mandates}, ${batch.promisedRupiah}, ${JSON.stringify(batch.leftOut)}::jsonb,
      ${made.by}, ${made.at})`.execute(tx);
}

/** Another content, of a version of its own; the word on the one before falls away. */
export async function updateContent(tx: Tx, id: string, content: NewContent, made: Made): Promise<void> {
  await sql`
    update app.payroll_batches set state = 'draft', version = ${content.version}, content_hash = ${content.contentHash},
      mandates = ${content.mandates}, promised_rupiah = ${content.promisedRupiah}, left_out = ${JSON.stringify(content.leftOut)}::jsonb,
      prepared_by = ${made.by}, prepared_at = ${made.at}, decided_by = null, decided_at = null where id = ${id}`.execute(
    tx,
  );
}

/** The lines of a new version take the place of those before. */
export async function replaceLines(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly id: string;
    readonly office: string;
    readonly month: Month;
    readonly version: number;
  },
  lines: readonly StoredLine[],
): Promise<void> {
  await endLines(tx, of.id);
  await sql`
    insert into app.payroll_lines (region_code, batch_id, version, opd, month, pledge_id, is_live, mandate_code, employee_name, own_rupiah,
      carried_rupiah, amount_rupiah, before_rupiah, change)
    select ${of.regionCode}, ${of.id}, ${of.version}, ${of.office}, ${firstDay(of.month)}::date, l."mandateId", true, l."mandateCode",
      l."employeeName", l."own", l."carried", l."amount", l."before", l."change"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("mandateId" uuid, "mandateCode" text, "employeeName" text, "own" bigint,
      "carried" bigint, "amount" bigint, "before" bigint, "change" text)`.execute(tx);
}

/** The batch lets go of its mandates. */
export async function endLines(tx: Tx, batchId: string): Promise<void> {
  await sql`update app.payroll_lines set is_live = false where batch_id = ${batchId} and is_live`.execute(tx);
}

/** Says whether the batch was still of that version and state. */
export async function moveBatch(
  tx: Tx,
  from: Pick<Batch, "id" | "state" | "version">,
  to: {
    readonly state: BatchState;
    readonly by: string;
    readonly at: Date;
    readonly refusal?: string | null;
  },
): Promise<boolean> {
  const { state, by, at, refusal = null } = to;
  const isDecided = state === "locked" || refusal !== null;
  const done = await sql`
    update app.payroll_batches set state = ${state}, refusal = ${refusal},
      decided_by = case when ${isDecided} then ${by}::uuid when ${state} = 'closed' then decided_by end,
      decided_at = case when ${isDecided} then ${at}::timestamptz when ${state} = 'closed' then decided_at end,
      cancelled_by = case when ${state} = 'cancelled' then ${by}::uuid end, cancelled_at = case when ${state} = 'cancelled' then ${at}::timestamptz end
    where id = ${from.id} and state = ${from.state} and version = ${from.version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Finance alone. */
export async function markClosed(tx: Tx, id: string, made: Made): Promise<void> {
  await sql`
    update app.payroll_batches set state = 'closed', closed_by = ${made.by}, closed_at = ${made.at} where id = ${id}`.execute(
    tx,
  );
}

export async function markUnlocked(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`update app.payroll_batches set unlock_reason = ${reason} where id = ${id}`.execute(tx);
}
