import { sql } from "kysely";
import type { Tx } from "#database";

/** Entries of two releases that differ in something, or stand on one side only. */
export type PairRow = {
  readonly formerId: string | null;
  readonly recordId: string | null;
  readonly personId: string | null;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly isRenumbered: boolean;
  readonly isDead: boolean;
  readonly former: Side | null;
  readonly now: Side | null;
};

type Side = {
  readonly villageCode: string | null;
  readonly card: string | null;
  readonly from: number | null;
  readonly to: number | null;
};

const side = (alias: string) =>
  sql.raw(`case when ${alias}.id is null then null else jsonb_build_object('villageCode', ${alias}.village_code,
  'card', encode(${alias}.family_card_index, 'hex'), 'from', coalesce((${alias}.attributes->>'decileFrom')::int, (${alias}.attributes->>'decile')::int),
  'to', (${alias}.attributes->>'decile')::int) end`);

/**
 * Pairs the release with what stood before it: by NIK, and where a NIK is new by family card, name and birth date. Whoever the
 * release leaves out comes only with a link: of others nobody here would know what to do.
 */
export async function listPairs(tx: Tx, batchId: string): Promise<readonly PairRow[]> {
  const { rows } = await sql<PairRow>`
    with fresh as materialized (
      select n.* from app.source_records n where n.batch_id = ${batchId} and n.withdrawn_at is null
    ), replaced as materialized (
      select f.* from app.source_records f where f.superseded_by = ${batchId}
    ), missing as materialized (
      select r.* from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null and r.batch_id <> ${batchId}
        and not exists (select from app.register_listings l where l.record_id = r.id and l.batch_id = ${batchId})
    ), by_nik as (
      select f.id as former_id, n.id as record_id, false as is_renumbered
      from fresh n join replaced f on f.nik_index = n.nik_index
    ), by_card as (
      select distinct on (n.id) m.id as former_id, n.id as record_id, true as is_renumbered
      from fresh n join missing m on m.family_card_index = n.family_card_index and m.birth_date = n.birth_date and lower(m.full_name) = lower(n.full_name)
      where not exists (select from by_nik b where b.record_id = n.id) order by n.id, m.id
    ), repeated as (
      select null::uuid as former_id, l.record_id, false as is_renumbered from app.register_listings l where l.batch_id = ${batchId}
    ), pairs as (
      select * from by_nik union all select * from by_card union all select * from repeated
      union all select null, n.id, false from fresh n where not exists (select from by_nik b where b.record_id = n.id)
        and not exists (select from by_card b where b.record_id = n.id)
      union all select m.id, null, false from missing m where not exists (select from by_card b where b.former_id = m.id)
    )
    select x.former_id, x.record_id, p.id as person_id, coalesce(p.village_code, n.village_code, f.village_code) as village_code,
      coalesce(p.kecamatan_code, n.kecamatan_code, f.kecamatan_code) as kecamatan_code, x.is_renumbered,
      p.died_on is not null as is_dead, ${side("f")} as former, ${side("n")} as now
    from pairs x
    left join app.source_records f on f.id = x.former_id
    left join app.source_records n on n.id = x.record_id
    left join lateral (select l.person_id from app.links l where l.record_id in (x.record_id, x.former_id) and l.ended_at is null limit 1) l on true
    left join app.persons p on p.id = app.kept_person(l.person_id) and p.withdrawn_at is null
    where (x.former_id is not null and x.record_id is not null) or (x.record_id is null and p.id is not null) or p.died_on is not null`.execute(
    tx,
  );
  return rows;
}

/**
 * Has whole releases joined as sets. A release that has just come in has no statistics yet: the planner takes it for a few rows, and
 * would look through a hundred thousand of them once for each.
 */
export async function asSets<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx);
  return result;
}

export type ReleaseSize = { readonly repeated: number; readonly missing: number; readonly fresh: number };

/** How many entries of before the release repeats or replaces, how many it leaves out, how many are new. */
export async function measureRelease(tx: Tx, batchId: string): Promise<ReleaseSize> {
  const { rows } = await sql<ReleaseSize>`
    select (select count(*) from app.register_listings l where l.batch_id = ${batchId})::int
        + (select count(*) from app.source_records f where f.superseded_by = ${batchId})::int as repeated,
      (select count(*) from app.source_records r where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null
        and r.batch_id <> ${batchId} and not exists (select from app.register_listings l where l.record_id = r.id and l.batch_id = ${batchId}))::int as missing,
      (select count(*) from app.source_records n where n.batch_id = ${batchId} and n.withdrawn_at is null and not exists (
        select from app.source_records f where f.superseded_by = ${batchId} and f.nik_index = n.nik_index))::int as fresh`.execute(
    tx,
  );
  return rows[0]!;
}

/** The last applied release, if it was never compared and another one stood before it. */
export async function findUncompared(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; formers: number }>`
    select b.id, (select count(*) from app.import_batches o
      where o.region_code = b.region_code and o.kind = 'dtsen' and o.state = 'applied' and o.applied_at < b.applied_at)::int as formers
    from app.import_batches b where b.region_code = (select app.region()) and b.kind = 'dtsen' and b.state = 'applied'
    order by b.applied_at desc, b.id desc limit 1`.execute(tx);
  const [last] = rows;
  if (last === undefined || last.formers === 0) return undefined;
  const compared = await sql`select from app.targeting_watches where batch_id = ${last.id}`.execute(tx);
  return compared.rows.length > 0 ? undefined : last.id;
}
