import type { Rupiah } from "@tuwai/domain/money";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, officesWithin } from "#access";
import type { Tx } from "#database";

export type Remittance = {
  readonly id: string;
  readonly office: string;
  readonly code: string;
  readonly rupiah: Rupiah;
  readonly sentOn: CivilDate;
  readonly reference: string;
  readonly slipName: string | null;
  readonly slipType: string | null;
  readonly toldBy: string;
  readonly bank: string | null;
  readonly arrivedOn: CivilDate | null;
  readonly receivedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** What of it belongs to batches already. */
  readonly matchedRupiah: Rupiah;
};

const columns = sql`t.id, t.opd as office, t.code, t.rupiah, t.sent_on, t.reference, t.slip_name, t.slip_type, t.told_by, t.bank, t.arrived_on,
  t.received_at, t.withdrawn_at,
  coalesce((select sum(m.rupiah) from app.payroll_matches m where m.remittance_id = t.id and m.undone_at is null), 0)::bigint as matched_rupiah`;

export async function findRemittance(tx: Tx, area: Area, code: string): Promise<Remittance | undefined> {
  const { rows } = await sql<Remittance>`
    select ${columns} from app.remittances t where t.code = ${code} and ${officesWithin(area, "t")}`.execute(
    tx,
  );
  return rows[0];
}

/** Of one office, or of all; what was withdrawn is left out, what still waits comes first. */
export async function listRemittances(
  tx: Tx,
  of: { readonly area: Area; readonly office: string | null },
): Promise<readonly Remittance[]> {
  const { rows } = await sql<Remittance>`
    select ${columns} from app.remittances t
    where ${officesWithin(of.area, "t")} and (${of.office}::text is null or t.opd = ${of.office}) and t.withdrawn_at is null
    order by t.received_at is not null, t.sent_on desc, t.id desc limit 100`.execute(tx);
  return rows;
}

/** Says whether it is new; the same transfer told twice is one. */
export async function insertRemittance(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly id: string;
    readonly office: string;
    readonly code: string;
    readonly rupiah: number;
    readonly sentOn: CivilDate;
    readonly reference: string;
    readonly slip: {
      readonly name: string;
      readonly type: string;
      readonly hash: Buffer;
      readonly sealed: Buffer;
    } | null;
  },
  made: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { slip } = of;
  const done = await sql`
    insert into app.remittances (region_code, id, opd, code, rupiah, sent_on, reference, slip_name, slip_type, slip_hash, slip_sealed, told_by,
      told_at)
    values (${of.regionCode}, ${of.id}, ${of.office}, ${of.code}, ${of.rupiah}, ${of.sentOn}::date, ${of.reference}, ${slip?.name ?? null},
      ${slip?.type ?? null}, ${slip?.hash ?? null}, ${slip?.sealed ?? null}, ${made.by}, ${made.at}) on conflict do nothing`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function readSlip(tx: Tx, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ slipSealed: Buffer | null }>`
    select t.slip_sealed from app.remittances t where t.id = ${id}`.execute(tx);
  return rows[0]?.slipSealed ?? null;
}

/** Says whether it still waited. */
export async function markReceived(
  tx: Tx,
  id: string,
  of: { readonly bank: string; readonly arrivedOn: CivilDate; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.remittances set bank = ${of.bank}, arrived_on = ${of.arrivedOn}::date, received_by = ${of.by}, received_at = ${of.at}
    where id = ${id} and received_at is null and withdrawn_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export async function markWithdrawn(
  tx: Tx,
  id: string,
  made: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.remittances set withdrawn_by = ${made.by}, withdrawn_at = ${made.at}
    where id = ${id} and received_at is null and withdrawn_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export type Match = {
  readonly id: string;
  readonly batchId: string;
  readonly remittanceId: string;
  readonly remittanceCode: string;
  readonly rupiah: Rupiah;
  readonly matchedAt: Date;
  readonly entryId: string;
};

export async function listMatches(tx: Tx, batchId: string): Promise<readonly Match[]> {
  const { rows } = await sql<Match>`
    select m.id, m.batch_id, m.remittance_id, t.code as remittance_code, m.rupiah, m.matched_at, m.entry_id
    from app.payroll_matches m join app.remittances t on t.id = m.remittance_id
    where m.batch_id = ${batchId} and m.undone_at is null order by m.matched_at, m.id`.execute(tx);
  return rows;
}

export async function insertMatch(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly id: string;
    readonly batchId: string;
    readonly remittanceId: string;
    readonly office: string;
    readonly rupiah: number;
    readonly entryId: string;
  },
  made: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.payroll_matches (region_code, id, batch_id, remittance_id, opd, rupiah, matched_by, matched_at, entry_id)
    values (${of.regionCode}, ${of.id}, ${of.batchId}, ${of.remittanceId}, ${of.office}, ${of.rupiah}, ${made.by}, ${made.at}, ${of.entryId})`.execute(
    tx,
  );
}

export async function markMatchUndone(
  tx: Tx,
  id: string,
  made: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`
    update app.payroll_matches set undone_by = ${made.by}, undone_at = ${made.at} where id = ${id} and undone_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}
