import type { ReportedWage, Sector, Segment } from "@tuwai/domain/contributions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, packetsWithin } from "#access";
import type { Tx } from "#database";
import type { FundSource } from "./payer-of.ts";

/** A worker of a sent packet whom a receipt may mean, once per enrolment. */
export type PayableLine = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  /** Keyed indexes as hex. */
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly state: "waiting" | "accepted" | "rejected";
  readonly acceptedOn: CivilDate | null;
  readonly fromMonth: Month;
  /** First month this payer no longer pays. */
  readonly untilMonth: Month | null;
  readonly fundSource: FundSource;
  readonly sector: Sector;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
};

/** Lines of packets sent to a branch, of every person whom a code, NIK or member number names. */
export async function listPayableLines(
  tx: Tx,
  area: Area,
  by: {
    readonly codes: readonly string[];
    readonly niks: readonly Buffer[];
    readonly kpjs: readonly Buffer[];
  },
): Promise<readonly PayableLine[]> {
  const { rows } = await sql<PayableLine>`
    with named as (
      select p.id from app.persons p where p.code = any(${by.codes}::text[]) or p.nik_index = any(${by.niks}::bytea[])
      union select e.person_id from app.enrolments e where e.kpj_index = any(${by.kpjs}::bytea[]))
    select e.id as enrolment_id, l.person_id, p.code as person_code, l.village_code,
      l.kecamatan_code, encode(p.nik_index, 'hex') as nik, encode(e.kpj_index, 'hex') as kpj, l.state,
      e.accepted_on, to_char(e.from_month, 'YYYY-MM') as from_month,
      to_char(e.until_month, 'YYYY-MM') as until_month, e.fund_source, e.sector, e.segment, e.wages
    from app.packet_lines l join app.packets k on k.id = l.packet_id and k.state in ('sent', 'answered')
      join app.enrolments e on e.id = l.enrolment_id or e.carried_from = l.enrolment_id join app.persons p on p.id = l.person_id
    where ${packetsWithin(area, "k")} and l.person_id in (select id from named) order by e.id desc`.execute(
    tx,
  );
  return rows;
}

export type PaymentEvent = {
  readonly personId: string;
  readonly month: Month;
  readonly naturalKey: string;
  readonly amountRupiah: number;
  readonly isReversed: boolean;
};

export async function listPayments(tx: Tx, personIds: readonly string[]): Promise<readonly PaymentEvent[]> {
  const { rows } = await sql<PaymentEvent>`
    select v.person_id, to_char(v.month, 'YYYY-MM') as month, v.natural_key,
      (v.details->>'amountRupiah')::bigint as amount_rupiah,
      not exists (select from app.standing_events s where s.id = v.id) as is_reversed
    from app.cover_events v where v.person_id = any(${personIds}::uuid[]) and v.type = 'paid'`.execute(tx);
  return rows;
}

/** What a batch of receipts paid and nobody took back. */
export async function listPaymentsOf(tx: Tx, batchId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from app.standing_events
    where evidence_type = 'import-batch' and evidence_id = ${batchId} and type = 'paid'`.execute(tx);
  return rows.map(({ id }) => id);
}
