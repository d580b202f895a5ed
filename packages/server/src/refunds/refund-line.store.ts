import type { PayerAccount } from "@tuwai/domain/ledger";
import type { KeptLine, RefundAnswer } from "@tuwai/domain/refunds";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type KeptRefund = KeptLine & { readonly personId: string };

/** All lines of these persons, entries that were merged together, held until the transaction ends. */
export async function lockKeptLines(tx: Tx, personIds: readonly string[]): Promise<readonly KeptRefund[]> {
  const { rows } = await sql<KeptRefund>`
    select a.kept_id as person_id, r.id, r.key, r.amount_rupiah as amount, r.reason, r.closed_at is not null as is_closed
    from app.all_of_persons(${personIds}::uuid[]) a join app.refund_lines r on r.person_id = a.id order by r.id for update of r`.execute(
    tx,
  );
  return rows;
}

export type NewLine = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly key: string;
  readonly month: Month;
  readonly on: CivilDate;
  readonly payer: string | null;
  readonly enrolmentId: string | null;
  readonly payerAccount: PayerAccount | null;
  readonly amount: number | null;
  readonly reason: KeptLine["reason"];
};

type Stamp = { readonly regionCode: string; readonly at: Date };

export async function insertLines(
  tx: Tx,
  { regionCode, at }: Stamp,
  lines: readonly NewLine[],
): Promise<void> {
  const rows = lines.map((line) => ({ ...line, month: firstDay(line.month) }));
  await sql`
    insert into app.refund_lines (region_code, id, village_code, kecamatan_code, person_id, key, month, received_on, payer, enrolment_id,
      payer_account, amount_rupiah, reason, raised_at)
    select ${regionCode}, l."id", l."villageCode", l."kecamatanCode", l."personId", l."key", l."month", l."on", l."payer", l."enrolmentId",
      l."payerAccount", l."amount", l."reason", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l("id" uuid, "villageCode" text, "kecamatanCode" text, "personId" uuid,
      "key" text, "month" date, "on" date, "payer" text, "enrolmentId" uuid, "payerAccount" jsonb, "amount" bigint, "reason" text)
    on conflict do nothing`.execute(tx);
}

export async function closeLines(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update app.refund_lines set closed_at = ${at}, version = version + 1 where id = any(${ids}::uuid[])`.execute(
    tx,
  );
}

export async function renewLines(
  tx: Tx,
  lines: readonly { readonly id: string; readonly amount: number | null; readonly reason: string }[],
): Promise<void> {
  await sql`
    update app.refund_lines r set closed_at = null, amount_rupiah = l."amount", reason = l."reason", version = r.version + 1
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("id" uuid, "amount" bigint, "reason" text) where r.id = l."id"`.execute(
    tx,
  );
}

export type LineSeen = {
  readonly id: string;
  readonly version: number;
  readonly month: Month;
  readonly payerAccount: PayerAccount | null;
  readonly amountRupiah: number | null;
  readonly isAsked: boolean;
  readonly isClosed: boolean;
  readonly answer: RefundAnswer | null;
  readonly answerRupiah: number | null;
  readonly answers: number;
  readonly returnedEntryId: string | null;
  readonly creditedEntryId: string | null;
};

/** Held until the transaction ends. */
export async function lockLine(tx: Tx, regionCode: string, id: string): Promise<LineSeen | undefined> {
  const { rows } = await sql<LineSeen>`
    select id, version, to_char(month, 'YYYY-MM') as month, payer_account, amount_rupiah, asked_at is not null as is_asked,
      closed_at is not null as is_closed, answer, answer_rupiah, answers, returned_entry_id, credited_entry_id
    from app.refund_lines where id = ${id} and region_code = ${regionCode} for update`.execute(tx);
  return rows[0];
}

/** Says how many were asked by it: those that were open and not asked before. */
export async function markAsked(
  tx: Tx,
  regionCode: string,
  of: { readonly ids: readonly string[]; readonly by: string; readonly at: Date },
): Promise<number> {
  const done = await sql`
    update app.refund_lines set asked_by = ${of.by}, asked_at = ${of.at}, version = version + 1
    where id = any(${of.ids}::uuid[]) and region_code = ${regionCode} and asked_at is null and answer is null and closed_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}

export type WrittenAnswer = {
  readonly answer: RefundAnswer;
  readonly rupiah: number | null;
  readonly note: string | null;
  readonly entries: { readonly returned: string; readonly credited: string } | null;
};

export async function updateAnswer(
  tx: Tx,
  id: string,
  said: WrittenAnswer & { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.refund_lines set answer = ${said.answer}, answer_rupiah = ${said.rupiah}, answer_note = ${said.note},
      answered_by = ${said.by}, answered_at = ${said.at}, answers = answers + 1, returned_entry_id = ${said.entries?.returned ?? null},
      credited_entry_id = ${said.entries?.credited ?? null}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

/** As if it had been asked and not answered. */
export async function clearAnswer(tx: Tx, id: string): Promise<void> {
  await sql`
    update app.refund_lines set answer = null, answer_rupiah = null, answer_note = null, answered_by = null, answered_at = null,
      returned_entry_id = null, credited_entry_id = null, version = version + 1 where id = ${id}`.execute(tx);
}

/** Lines that wait for somebody to ask BPJS, or for its answer. */
export async function countLines(tx: Tx, regionCode: string, isAsked: boolean): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.refund_lines
    where region_code = ${regionCode} and answer is null and closed_at is null and (asked_at is not null) = ${isAsked}`.execute(
    tx,
  );
  return rows[0]!.n;
}
