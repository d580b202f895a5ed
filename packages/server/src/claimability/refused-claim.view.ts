import type { Refusal } from "@tuwai/domain/claims";
import { sql } from "kysely";
import { type Area, claimsWithin } from "#access";
import type { Tx } from "#database";

/** How many claims BPJS refused for each reason, the most common first; nobody of them. */
export async function countRefusedClaims(
  tx: Tx,
  area: Area,
): Promise<readonly { readonly refusal: Refusal; readonly count: number }[]> {
  const { rows } = await sql<{ refusal: Refusal; count: number }>`
    select c.refusal, count(*)::int as count from app.claims c
    where ${claimsWithin(area, "c")} and c.refusal is not null and c.state <> 'withdrawn' group by c.refusal
    order by 2 desc, 1`.execute(tx);
  return rows;
}
