import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type ShownHandover = {
  readonly id: string;
  readonly month: Month;
  readonly fromPayerId: string;
  readonly fromName: string;
  /** Null where the workers wait for a sponsor. */
  readonly toPayerId: string | null;
  readonly toName: string | null;
  readonly reason: string;
  readonly workers: number;
  readonly madeAt: Date;
  readonly undoneAt: Date | null;
};

/** From and to this payer, the newest first. */
export async function listHandovers(tx: Tx, payerId: string): Promise<readonly ShownHandover[]> {
  const { rows } = await sql<ShownHandover>`
    select h.id, to_char(h.month, 'YYYY-MM') as month, h.from_payer_id, f.name as from_name, h.to_payer_id, t.name as to_name, h.reason,
      (select count(*)::int from app.handover_lines l where l.handover_id = h.id) as workers, h.made_at, h.undone_at
    from app.handovers h join app.payers f on f.id = h.from_payer_id left join app.payers t on t.id = h.to_payer_id
    where h.from_payer_id = ${payerId} or h.to_payer_id = ${payerId} order by h.made_at desc, h.id desc limit 50`.execute(
    tx,
  );
  return rows;
}
