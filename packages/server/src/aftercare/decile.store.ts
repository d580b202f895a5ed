import type { Reading } from "@tuwai/domain/aftercare";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";

/** Every reading of these cases' families: claim id → release by release. For the city's own work and data officers only. */
export async function listReadings(
  tx: Tx,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const { rows } = await sql<Reading & { readonly claimId: string }>`
    select d.claim_id, d.release, d.as_of, d.decile_from, d.decile from app.family_deciles d
    where d.region_code = (select app.region()) and d.claim_id = any(${claimIds}::uuid[]) order by d.as_of, d.release`.execute(
    tx,
  );
  return Map.groupBy(rows, ({ claimId }) => claimId);
}

export type NewReading = Reading & {
  readonly id: string;
  readonly claimId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** Notes each once a release. Answers how many were new. */
export async function insertReadings(
  { tx, actor, now }: Step,
  readings: readonly NewReading[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into app.family_deciles (region_code, id, claim_id, village_code, kecamatan_code, release, as_of, decile_from, decile, noted_at)
    select ${actor.regionCode}, n."id", n."claimId", n."villageCode", n."kecamatanCode", n.release, n."asOf", n."decileFrom", n.decile, ${now}
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as n("id" uuid, "claimId" uuid, "villageCode" text, "kecamatanCode" text,
      release text, "asOf" date, "decileFrom" smallint, decile smallint)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows);
}
