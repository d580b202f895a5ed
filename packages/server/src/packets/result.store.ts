import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";
import type { AnswerableLine } from "./decide-result.ts";

export type ResultLine = AnswerableLine & {
  readonly packetCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** Lines of the packets sent to a branch whose person or member number is named; locked, newest packet first. */
export async function lockResultLines(
  tx: Tx,
  area: Area,
  by: {
    readonly codes: readonly string[];
    readonly niks: readonly Buffer[];
    readonly kpjs: readonly Buffer[];
  },
): Promise<readonly ResultLine[]> {
  const { rows } = await sql<ResultLine>`
    select l.packet_id, l.line_no, l.enrolment_id, l.person_id,
      p.code as person_code, encode(p.nik_index, 'hex') as nik, encode(e.kpj_index, 'hex') as kpj, l.state,
      (k.sent_at at time zone 'Asia/Jakarta')::date as sent_on, k.code as packet_code, l.village_code,
      l.kecamatan_code
    from app.packet_lines l join app.packets k on k.id = l.packet_id and k.state in ('sent', 'answered')
      join app.enrolments e on e.id = l.enrolment_id join app.persons p on p.id = l.person_id
    where ${packetsWithin(area, "k")} and (p.code = any(${by.codes}::text[]) or p.nik_index = any(${by.niks}::bytea[])
      or e.kpj_index = any(${by.kpjs}::bytea[]))
    order by k.sent_at desc, k.id desc for update of l`.execute(tx);
  return rows;
}

export type Answer = {
  readonly packetId: string;
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly state: "accepted" | "rejected";
  readonly reason: string | null;
  readonly on: CivilDate;
  /** Sealed number and its index as hex; null when BPJS did not say it. */
  readonly kpj: { readonly sealed: string; readonly index: string } | null;
};

/** Writes answers on lines and enrolments. An enrolment whose payer stopped meanwhile stays ended, but keeps the answer. */
export async function updateAnswered(tx: Tx, answers: readonly Answer[]): Promise<void> {
  const rows = JSON.stringify(
    answers.map(({ kpj, ...rest }) => ({ ...rest, sealed: kpj?.sealed ?? null, index: kpj?.index ?? null })),
  );
  await sql`
    update app.packet_lines l set state = a."state", reason = a."reason"
    from jsonb_to_recordset(${rows}::jsonb) as a("packetId" uuid, "lineNo" int, "state" text, "reason" text)
    where l.packet_id = a."packetId" and l.line_no = a."lineNo" and l.state = 'waiting'`.execute(tx);
  await sql`
    update app.enrolments e set state = case when e.state = 'sent' then a."state" else e.state end, version = e.version + 1,
      accepted_on = case when a."state" = 'accepted' then a."on" end, rejection_reason = a."reason",
      kpj_sealed = decode(a."sealed", 'hex'), kpj_index = decode(a."index", 'hex')
    from jsonb_to_recordset(${rows}::jsonb) as a("enrolmentId" uuid, "state" text, "reason" text, "on" date, "sealed" text,
      "index" text)
    where e.id = a."enrolmentId"`.execute(tx);
}

/** Packets of which no line waits any more become `answered`; their codes. */
export async function closeAnsweredPackets(tx: Tx, packetIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    update app.packets p set state = 'answered', version = version + 1
    where p.id = any(${packetIds}::uuid[]) and p.state = 'sent'
      and not exists (select from app.packet_lines l where l.packet_id = p.id and l.state = 'waiting')
    returning p.code`.execute(tx);
  return rows.map(({ code }) => code);
}

export type AnsweredLine = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly packetId: string;
  readonly eventId: string;
};

/** What a batch of results answered and nobody took back, locked. */
export async function lockAnswersOf(tx: Tx, area: Area, batchId: string): Promise<readonly AnsweredLine[]> {
  const { rows } = await sql<AnsweredLine>`
    select v.enrolment_id, v.person_id, l.village_code,
      l.kecamatan_code, l.packet_id, v.id as event_id
    from app.standing_events v join app.packet_lines l on l.enrolment_id = v.enrolment_id and l.state <> 'waiting'
      join app.packets k on k.id = l.packet_id and k.state in ('sent', 'answered')
    where ${packetsWithin(area, "k")} and v.evidence_type = 'import-batch' and v.evidence_id = ${batchId} and v.type in ('accepted', 'rejected')
    for update of l`.execute(tx);
  return rows;
}

/** How many of these enrolments carry a payment that stands. */
export async function countPaidEnrolments(tx: Tx, enrolmentIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct v.enrolment_id)::int as n from app.standing_events v
    where v.enrolment_id = any(${enrolmentIds}::uuid[]) and v.type = 'paid'`.execute(tx);
  return rows[0]!.n;
}

/** How many of these were rejected and have been closed since: put forward anew, or their payer stopped. */
export async function countClosedRejections(tx: Tx, enrolmentIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.enrolments e join app.packet_lines l on l.enrolment_id = e.id
    where e.id = any(${enrolmentIds}::uuid[]) and e.state = 'ended' and l.state = 'rejected'`.execute(tx);
  return rows[0]!.n;
}

/** Lines wait again and enrolments are as sent. */
export async function resetAnswers(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await sql`
    update app.packet_lines set state = 'waiting', reason = null where enrolment_id = any(${enrolmentIds}::uuid[])`.execute(
    tx,
  );
  await sql`
    update app.enrolments set state = case when state = 'ended' then state else 'sent' end, accepted_on = null,
      rejection_reason = null, kpj_sealed = null, kpj_index = null, version = version + 1
    where id = any(${enrolmentIds}::uuid[])`.execute(tx);
  await sql`
    update app.packets set state = 'sent', version = version + 1
    where state = 'answered' and id in (select packet_id from app.packet_lines where enrolment_id = any(${enrolmentIds}::uuid[]))`.execute(
    tx,
  );
}
