import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type ClosingRow = {
  readonly id: string;
  readonly month: Month;
  readonly proposedBy: string;
  readonly decision: "approved" | "refused" | null;
};

export type Head = {
  readonly seq: number;
  readonly hash: Buffer;
  readonly closedThrough: Month | null;
  /** First month with entries in the books, where there are any. */
  readonly firstMonth: Month | null;
};

/** The end of the books, held so that nothing is posted until the transaction ends. */
export async function holdHead(tx: Tx, regionCode: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select h.seq, h.hash, to_char(h.closed_through, 'YYYY-MM') as closed_through,
      (select to_char(min(e.book_month), 'YYYY-MM') from app.ledger_entries e
        where e.region_code = h.region_code and e.ledger = h.ledger) as first_month
    from app.lock_ledger(${regionCode}, 'contributions') h`.execute(tx);
  return rows[0]!;
}

/** The same without holding it; null while nothing was ever posted. */
export async function readHead(tx: Tx): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select h.seq, h.hash, to_char(h.closed_through, 'YYYY-MM') as closed_through,
      (select to_char(min(e.book_month), 'YYYY-MM') from app.ledger_entries e
        where e.region_code = h.region_code and e.ledger = h.ledger) as first_month
    from app.ledger_heads h where h.region_code = (select app.region()) and h.ledger = 'contributions'`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** The closing that waits for a second person. */
export async function findOpenClosing(tx: Tx): Promise<ClosingRow | null> {
  const { rows } = await sql<ClosingRow>`
    select id, to_char(month, 'YYYY-MM') as month, proposed_by, decision from app.ledger_closings
    where region_code = (select app.region()) and decision is null limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function insertClosing(
  tx: Tx,
  closing: { readonly id: string; readonly month: Month; readonly head: Head },
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.ledger_closings (region_code, ledger, id, month, seq, hash, proposed_by, proposed_at)
    values (${by.regionCode}, 'contributions', ${closing.id}, ${firstDay(closing.month)}::date, ${closing.head.seq}, ${closing.head.hash},
      ${by.actorId}, ${by.at})`.execute(tx);
}

export async function holdClosing(tx: Tx, id: string): Promise<ClosingRow | undefined> {
  const { rows } = await sql<ClosingRow>`
    select id, to_char(month, 'YYYY-MM') as month, proposed_by, decision from app.ledger_closings where id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}
