import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Counted } from "./counted.ts";

export type ReleaseRow = {
  readonly id: string;
  readonly asOf: CivilDate | null;
  readonly countedAt: Date;
};

/** The row of a release; made where there is none, and its day of counting renewed where there is. Answers its id. */
export async function keepRelease(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly id: string;
    readonly batchId: string;
    readonly asOf: CivilDate | null;
    readonly at: Date;
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app.targeting_releases (region_code, id, batch_id, as_of, counted_at)
    values (${of.regionCode}, ${of.id}, ${of.batchId}, ${of.asOf}, ${of.at})
    on conflict (region_code, batch_id) do update set counted_at = excluded.counted_at, as_of = excluded.as_of
    returning id`.execute(tx);
  return rows[0]!.id;
}

export async function replaceCounts(
  tx: Tx,
  of: { readonly regionCode: string; readonly releaseId: string },
  counts: readonly Counted[],
): Promise<void> {
  await sql`delete from app.targeting_counts where release_id = ${of.releaseId}`.execute(tx);
  await sql`
    insert into app.targeting_counts (region_code, release_id, village_code, kecamatan_code, side, dimension, value, decile_from,
      decile_to, people, listed, covered, variance, asked, asked_expected, unlinked)
    select ${of.regionCode}, ${of.releaseId}, n."villageCode", n."kecamatanCode", n.side, n.dimension, n.value, n."decileFrom",
      n."decileTo", n.people, n.listed, n.covered, n.variance, n.asked, n."askedExpected", n.unlinked
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as n ("villageCode" text, "kecamatanCode" text, side text, dimension text,
      value text, "decileFrom" smallint, "decileTo" smallint, people integer, listed double precision, covered double precision,
      variance double precision, asked integer, "askedExpected" double precision, unlinked integer)`.execute(
    tx,
  );
}

/** The last two releases that were counted, the newest first. */
export async function listLastReleases(tx: Tx, regionCode: string): Promise<readonly ReleaseRow[]> {
  const { rows } = await sql<ReleaseRow>`
    select r.id, r.as_of, r.counted_at from app.targeting_releases r
    where r.region_code = ${regionCode} order by r.as_of desc nulls last, r.id desc limit 2`.execute(tx);
  return rows;
}

export async function listCounts(tx: Tx, area: Area, releaseId: string): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select n.village_code, n.kecamatan_code, n.side, n.dimension, n.value, n.decile_from, n.decile_to, n.people, n.listed, n.covered,
      n.variance, n.asked, n.asked_expected, n.unlinked
    from app.targeting_counts n where n.release_id = ${releaseId} and ${placeWithin(area, "n")}`.execute(tx);
  return rows;
}
