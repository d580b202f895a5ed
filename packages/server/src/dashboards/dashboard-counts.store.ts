import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import { lockCity, type Tx } from "#database";
import type { Topic, TopicCounts } from "./topic-counts.ts";

export type CountRow = {
  readonly [T in Topic]: {
    readonly villageCode: string;
    readonly kecamatanCode: string;
    readonly topic: T;
    readonly counts: TopicCounts[T];
  };
}[Topic];

/** One counting of a city at a time: the older answer must not be stored last. */
export async function lockCounts(tx: Tx): Promise<void> {
  await lockCity(tx, "dashboards");
}

export async function replaceCounts(
  tx: Tx,
  rows: readonly CountRow[],
  { regionCode, at, counting }: { readonly regionCode: string; readonly at: Date; readonly counting: string },
): Promise<void> {
  await sql`delete from app.dashboard_counts where region_code = ${regionCode}`.execute(tx);
  await sql`
    insert into app.dashboard_counts (region_code, village_code, kecamatan_code, topic, counts, counted_at, counting)
    select ${regionCode}, r."villageCode", r."kecamatanCode", r.topic, r.counts, ${at}, ${counting}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("villageCode" text, "kecamatanCode" text, topic text, counts jsonb)`.execute(
    tx,
  );
}

/** When an area was counted last, and what tells that counting from another. */
export type Counting = { readonly at: Date; readonly id: string };

export async function findCounting(tx: Tx, area: Area): Promise<Counting | null> {
  const { rows } = await sql<Counting>`
    select c.counted_at as at, c.counting as id from app.dashboard_counts c where ${placeWithin(area, "c")} limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function listCounts(tx: Tx, area: Area): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    select c.village_code, c.kecamatan_code, c.topic, c.counts from app.dashboard_counts c
    where ${placeWithin(area, "c")} order by c.village_code, c.topic`.execute(tx);
  return rows;
}
