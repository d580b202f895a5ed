import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** What finance booked for each commitment of a year, in rupiah; a commitment of which nothing was booked is not in it. */
export async function listBooked(
  tx: Tx,
  { area, year }: { readonly area: Area; readonly year: number },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ commitmentId: string; rupiah: number }>`
    select l.commitment_id, sum(l.rupiah)::bigint as rupiah
    from app.village_payment_lines l join app.village_payments p on p.id = l.payment_id
    where ${placeWithin(area, "l")} and p.withdrawn_at is null and p.month >= make_date(${year}, 1, 1)
      and p.month < make_date(${year} + 1, 1, 1)
    group by 1`.execute(tx);
  return new Map(rows.map(({ commitmentId, rupiah }) => [commitmentId, rupiah]));
}
