import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, claimsWithin } from "#access";
import type { Tx } from "#database";
import type { ClaimRow } from "./claim.store.ts";
import { isDeath } from "./of-person.view.ts";

/** A family that is followed because its breadwinner died. */
export type FollowedClaim = Pick<
  ClaimRow,
  "code" | "personId" | "villageCode" | "kecamatanCode" | "kind" | "state" | "happenedOn"
> & {
  readonly claimId: string;
  /** Rupiah that came from BPJS. */
  readonly received: number;
  readonly lastReceivedOn: CivilDate | null;
};

/** The deaths of an area since a day, whatever became of the claim; those whose report was not true are none. */
export async function listFollowedClaims(
  tx: Tx,
  area: Area,
  since: CivilDate,
): Promise<readonly FollowedClaim[]> {
  const { rows } = await sql<FollowedClaim>`
    select c.id as claim_id, c.code, c.person_id, c.village_code, c.kecamatan_code, c.kind, c.state, c.happened_on,
      coalesce(p.received, 0)::bigint as received, p.last_on as last_received_on
    from app.claims c left join lateral (
      select sum(p.amount) as received, max(p.received_on) as last_on from app.claim_payments p
      where p.claim_id = c.id and p.taken_back_at is null) p on true
    where ${claimsWithin(area, "c")} and ${isDeath("c")} and c.happened_on >= ${since}::date
    order by c.happened_on, c.id`.execute(tx);
  return rows;
}
