import type { Ending, FeeBearer } from "@tuwai/domain/payroll";
import type { Rupiah } from "@tuwai/domain/money";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type StoredEnding = {
  readonly id: string;
  readonly batchId: string;
  /** Null: of the transfer as a whole. */
  readonly mandateId: string | null;
  /** What the line was when it was decided about, as hex. */
  readonly lineHash: string;
  readonly ending: Ending;
  readonly rupiah: Rupiah;
  readonly carry: Rupiah | null;
  readonly borneBy: FeeBearer | null;
  readonly note: string;
  readonly until: CivilDate | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: "accepted" | "refused" | null;
  readonly decidedAt: Date | null;
  readonly refusal: string | null;
  readonly entryId: string | null;
  readonly proposalId: string | null;
};

const columns = sql`e.id, e.batch_id, e.pledge_id as mandate_id, encode(e.line_hash, 'hex') as line_hash, e.ending, e.rupiah,
  e.carry_rupiah as carry, e.borne_by, e.note, e.until, e.proposed_by, e.proposed_at, e.decision, e.decided_at, e.refusal, e.entry_id,
  e.proposal_id`;

/** Endings of a batch that stand: proposed or accepted, and not undone. */
export async function listEndings(tx: Tx, batchId: string): Promise<readonly StoredEnding[]> {
  const { rows } = await sql<StoredEnding>`
    select ${columns} from app.payroll_endings e
    where e.batch_id = ${batchId} and e.undone_at is null and e.decision is distinct from 'refused' order by e.proposed_at, e.id`.execute(
    tx,
  );
  return rows;
}

/** The last refusal of each line, for whoever proposes again. */
export async function listRefusals(
  tx: Tx,
  batchId: string,
): Promise<readonly { readonly mandateId: string | null; readonly refusal: string }[]> {
  const { rows } = await sql<{ mandateId: string | null; refusal: string }>`
    select distinct on (e.pledge_id) e.pledge_id as mandate_id, e.refusal from app.payroll_endings e
    where e.batch_id = ${batchId} and e.decision = 'refused' and e.undone_at is null order by e.pledge_id, e.decided_at desc`.execute(
    tx,
  );
  return rows;
}

/** Held until the transaction ends, in one order, so that of two who decide one comes first. */
export async function holdEndings(tx: Tx, ids: readonly string[]): Promise<readonly StoredEnding[]> {
  const { rows } = await sql<StoredEnding>`
    select ${columns} from app.payroll_endings e where e.id = any(${ids}::uuid[]) and e.undone_at is null order by e.id for update`.execute(
    tx,
  );
  return rows;
}

/** Months of a mandate before this one that were carried, the latest first, each with its own price. */
export async function listCarriedFrom(
  tx: Tx,
  of: { readonly mandateId: string; readonly before: Month },
): Promise<readonly { readonly month: Month; readonly own: Rupiah }[]> {
  const { rows } = await sql<{ month: Month; own: Rupiah }>`
    select to_char(b.month, 'YYYY-MM') as month, l.own_rupiah as own
    from app.payroll_endings e join app.payroll_batches b on b.id = e.batch_id
      join app.payroll_lines l on l.batch_id = b.id and l.version = b.version and l.pledge_id = e.pledge_id
    where e.pledge_id = ${of.mandateId} and e.ending = 'carried' and e.decision = 'accepted' and e.undone_at is null
      and b.month < ${firstDay(of.before)}::date
    order by b.month desc`.execute(tx);
  return rows;
}

export type NewEnding = {
  readonly regionCode: string;
  readonly id: string;
  readonly batchId: string;
  readonly office: string;
  readonly mandateId: string | null;
  readonly lineHash: Buffer;
  readonly ending: Ending;
  readonly rupiah: number;
  readonly carry: number | null;
  readonly borneBy: FeeBearer | null;
  readonly note: string;
  readonly until: CivilDate | null;
};

/** Says whether it stands: false where somebody else has just proposed one for the line. */
export async function insertEnding(
  tx: Tx,
  e: NewEnding,
  made: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    insert into app.payroll_endings (region_code, id, batch_id, opd, pledge_id, line_hash, ending, rupiah, carry_rupiah, borne_by, note, until,
      proposed_by, proposed_at)
    values (${e.regionCode}, ${e.id}, ${e.batchId}, ${e.office}, ${e.mandateId}, ${e.lineHash}, ${e.ending}, ${e.rupiah}, ${e.carry},
      ${e.borneBy}, ${e.note}, ${e.until}::date, ${made.by}, ${made.at}) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function linkProposal(tx: Tx, id: string, proposalId: string): Promise<void> {
  await sql`update app.payroll_endings set proposal_id = ${proposalId} where id = ${id}`.execute(tx);
}

export async function markDecided(
  tx: Tx,
  id: string,
  of: {
    readonly decision: "accepted" | "refused";
    readonly refusal: string | null;
    readonly entryId: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update app.payroll_endings set decision = ${of.decision}, refusal = ${of.refusal}, entry_id = ${of.entryId}, decided_by = ${of.by},
      decided_at = ${of.at} where id = ${id}`.execute(tx);
}

export async function markEndingUndone(
  tx: Tx,
  id: string,
  made: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.payroll_endings set undone_by = ${made.by}, undone_at = ${made.at} where id = ${id} and undone_at is null`.execute(
    tx,
  );
}
