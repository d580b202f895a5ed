import type { GivenAnswer } from "@tuwai/domain/bills";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

type NewBill = {
  readonly regionCode: string;
  readonly id: string;
  readonly groupKey: string;
  readonly month: Month;
  readonly code: string;
  readonly billedRupiah: number;
  readonly by: string;
  readonly at: Date;
};

/** The bill that stood for this group and month until now stands no longer. Answers whether there was one. */
export async function replaceBill(
  tx: Tx,
  of: Pick<NewBill, "regionCode" | "groupKey" | "month" | "at">,
): Promise<boolean> {
  const replaced = await sql`
    update app.bills set replaced_at = ${of.at}
    where region_code = ${of.regionCode} and group_key = ${of.groupKey} and month = ${firstDay(of.month)}::date
      and replaced_at is null`.execute(tx);
  return Number(replaced.numAffectedRows ?? 0) > 0;
}

export async function insertBill(tx: Tx, bill: NewBill): Promise<void> {
  await sql`
    insert into app.bills (region_code, id, group_key, month, code, billed_rupiah, entered_by, entered_at)
    values (${bill.regionCode}, ${bill.id}, ${bill.groupKey}, ${firstDay(bill.month)}::date, ${bill.code}, ${bill.billedRupiah},
      ${bill.by}, ${bill.at})`.execute(tx);
}

/** The group and month for which a code stands, if it does. */
export async function findByCode(
  tx: Tx,
  regionCode: string,
  code: string,
): Promise<{ readonly groupKey: string; readonly month: Month } | undefined> {
  const { rows } = await sql<{ groupKey: string; month: Month }>`
    select group_key, to_char(month, 'YYYY-MM') as month from app.bills
    where region_code = ${regionCode} and code = ${code} and replaced_at is null`.execute(tx);
  return rows[0];
}

/** The group and month of a standing bill, held so that two answers stand in line. */
export async function findStanding(
  tx: Tx,
  regionCode: string,
  id: string,
): Promise<{ readonly groupKey: string; readonly month: Month } | undefined> {
  const { rows } = await sql<{ groupKey: string; month: Month }>`
    select group_key, to_char(month, 'YYYY-MM') as month from app.bills
    where region_code = ${regionCode} and id = ${id} and replaced_at is null`.execute(tx);
  return rows[0];
}

type NewAnswer = GivenAnswer & {
  readonly regionCode: string;
  readonly id: string;
  readonly billId: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
};

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await sql`
    insert into app.bill_answers (region_code, id, bill_id, kind, rupiah, answer, note, by, at)
    values (${answer.regionCode}, ${answer.id}, ${answer.billId}, ${answer.kind}, ${answer.rupiah}, ${answer.answer}, ${answer.note},
      ${answer.by}, ${answer.at})`.execute(tx);
}
