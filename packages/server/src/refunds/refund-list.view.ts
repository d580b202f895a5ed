import type { RefundAnswer, RefundState } from "@tuwai/domain/refunds";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { NewLine } from "./refund-line.store.ts";

export type RefundRow = {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string | null;
  readonly villageCode: string;
  readonly month: Month;
  readonly receivedOn: CivilDate;
  readonly fundSource: string | null;
  readonly payer: string | null;
  readonly amountRupiah: number | null;
  readonly reason: NewLine["reason"];
  readonly raisedAt: Date;
  readonly isAsked: boolean;
  readonly isAnswered: boolean;
  readonly isClosed: boolean;
  readonly answer: RefundAnswer | null;
  readonly answerRupiah: number | null;
  readonly answerNote: string | null;
  readonly answeredAt: Date | null;
};

const inState = (state: RefundState | null) =>
  state === null
    ? sql`true`
    : {
        "to-ask": sql`r.answer is null and r.closed_at is null and r.asked_at is null`,
        asked: sql`r.answer is null and r.closed_at is null and r.asked_at is not null`,
        answered: sql`r.answer is not null`,
        closed: sql`r.answer is null and r.closed_at is not null`,
      }[state];

export type RefundChoice = {
  readonly regionCode: string;
  readonly state: RefundState | null;
  /** Finance tells workers apart by code: naming the column would fail its whole statement. */
  readonly names: boolean;
};

/** The oldest first. */
export async function listRefundRows(
  tx: Tx,
  { regionCode, state, names }: RefundChoice,
  { limit, offset }: PageSize,
): Promise<readonly RefundRow[]> {
  const { rows } = await sql<RefundRow>`
    select r.id, r.version, r.person_id, p.code, ${sql.raw(names ? "p.full_name" : "null::text")} as full_name, r.village_code,
      to_char(r.month, 'YYYY-MM') as month, r.received_on, e.fund_source, r.payer, r.amount_rupiah, r.reason, r.raised_at,
      r.asked_at is not null as is_asked, r.answer is not null as is_answered, r.closed_at is not null as is_closed, r.answer,
      r.answer_rupiah, r.answer_note, r.answered_at
    from app.refund_lines r join app.persons p on p.id = r.person_id left join app.enrolments e on e.id = r.enrolment_id
    where r.region_code = ${regionCode} and ${inState(state)} order by r.raised_at, r.month, r.id limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows;
}

export type RefundSum = { readonly state: RefundState; readonly lines: number; readonly rupiah: number };

/** How many lines stand where, and their money as far as it is known. */
export async function sumRefunds(tx: Tx, regionCode: string): Promise<readonly RefundSum[]> {
  const { rows } = await sql<RefundSum>`
    select case when r.answer is not null then 'answered' when r.closed_at is not null then 'closed'
        when r.asked_at is not null then 'asked' else 'to-ask' end as state,
      count(*)::int as lines, coalesce(sum(coalesce(r.answer_rupiah, r.amount_rupiah)), 0)::bigint as rupiah
    from app.refund_lines r where r.region_code = ${regionCode} group by 1`.execute(tx);
  return rows;
}
