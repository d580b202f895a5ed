import type { SampleAnswer, SampleBand } from "@tuwai/domain/link-samples";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { Drawable } from "./sampled.view.ts";

export type SampleRow = {
  readonly id: string;
  readonly kind: "dtsen";
  readonly seed: string;
  readonly model: string;
  readonly perBand: number;
  readonly drawnAt: Date;
  readonly filledAt: Date | null;
};

export async function insertSample(
  { tx, actor, now }: Step,
  of: Pick<SampleRow, "id" | "kind" | "model" | "perBand">,
): Promise<void> {
  await sql`
    insert into app.link_samples (region_code, id, kind, model, per_band, drawn_by, drawn_role, drawn_at)
    values (${actor.regionCode}, ${of.id}, ${of.kind}, ${of.model}, ${of.perBand}, ${actor.userId}, ${actor.role}, ${now})`.execute(
    tx,
  );
}

/** The samples of a city, the newest first. */
export async function listSamples(tx: Tx, regionCode: string): Promise<readonly SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    select s.id, s.kind, s.seed, s.model, s.per_band, s.drawn_at, s.filled_at from app.link_samples s
    where s.region_code = ${regionCode} order by s.drawn_at desc, s.id desc limit 24`.execute(tx);
  return rows;
}

export async function findUnfilled(tx: Tx, sampleId: string): Promise<SampleRow | undefined> {
  const { rows } = await sql<SampleRow>`
    select s.id, s.kind, s.seed, s.model, s.per_band, s.drawn_at, s.filled_at from app.link_samples s
    where s.id = ${sampleId} and s.filled_at is null`.execute(tx);
  return rows[0];
}

/** Of these ids so many, in the order that the seed gives them. */
export async function orderBySeed(
  tx: Tx,
  seed: string,
  ids: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select i::text as id from unnest(${ids}::uuid[]) as i order by sha256(convert_to(${seed} || i::text, 'UTF8')), i limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function fillSample(
  { tx, actor, now }: Step,
  sampleId: string,
  of: {
    readonly sizes: readonly { readonly band: SampleBand; readonly size: number }[];
    readonly pairs: readonly (Drawable & { readonly id: string })[];
  },
): Promise<void> {
  await sql`
    insert into app.link_sample_bands (region_code, sample_id, band, size)
    select ${actor.regionCode}, ${sampleId}, n.band, n.size
    from jsonb_to_recordset(${JSON.stringify(of.sizes)}::jsonb) as n (band text, size integer)`.execute(tx);
  await sql`
    insert into app.link_sample_pairs (region_code, id, sample_id, village_code, kecamatan_code, band, person_id, record_id, probability)
    select ${actor.regionCode}, n.id, ${sampleId}, n."villageCode", n."kecamatanCode", n.band, n."personId", n."recordId", n.probability
    from jsonb_to_recordset(${JSON.stringify(of.pairs)}::jsonb) as n (id uuid, "villageCode" text, "kecamatanCode" text, band text,
      "personId" uuid, "recordId" uuid, probability real)`.execute(tx);
  await sql`update app.link_samples set filled_at = ${now} where id = ${sampleId}`.execute(tx);
}

export type BandCount = {
  readonly sampleId: string;
  readonly band: SampleBand;
  readonly size: number;
  readonly drawn: number;
  /** Persons of whom the machine finds no near record at all. */
  readonly without: number;
  readonly same: number;
  readonly different: number;
  readonly unsure: number;
};

export async function countBands(tx: Tx, regionCode: string): Promise<readonly BandCount[]> {
  const { rows } = await sql<BandCount>`
    select b.sample_id, b.band, b.size, count(p.id)::int as drawn, count(p.id) filter (where p.record_id is null)::int as without,
      count(*) filter (where p.answer = 'same')::int as same, count(*) filter (where p.answer = 'different')::int as different,
      count(*) filter (where p.answer = 'unsure')::int as unsure
    from app.link_sample_bands b left join app.link_sample_pairs p on p.sample_id = b.sample_id and p.band = b.band
    where b.region_code = ${regionCode} group by 1, 2, 3`.execute(tx);
  return rows;
}

export type PairRow = { readonly id: string; readonly personId: string; readonly recordId: string };

/** The next pair that nobody answered, all bands mixed by the seed: its place tells nothing of its band. */
export async function findNextPair(tx: Tx, area: Area): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    select p.id, p.person_id, p.record_id from app.link_sample_pairs p join app.link_samples s on s.id = p.sample_id
    where p.answer is null and p.record_id is not null and ${placeWithin(area, "p")}
    order by s.drawn_at desc, sha256(convert_to(s.seed || p.id::text, 'UTF8')) limit 1`.execute(tx);
  return rows[0];
}

export async function countOpenPairs(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.link_sample_pairs p
    where p.answer is null and p.record_id is not null and ${placeWithin(area, "p")}`.execute(tx);
  return rows[0]!.n;
}

/** Sets the answer of a pair that has none; says whether it did. */
export async function setAnswer(
  { tx, area, actor, now }: Step,
  pairId: string,
  answer: SampleAnswer,
): Promise<boolean> {
  const result = await sql`
    update app.link_sample_pairs p set answer = ${answer}, answered_by = ${actor.userId}, answered_role = ${actor.role}, answered_at = ${now}
    where p.id = ${pairId} and p.answer is null and p.record_id is not null and ${placeWithin(area, "p")}`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Takes back the last answer that the actor gave; answers the pair. */
export async function clearLastAnswer({ tx, area, actor }: Step): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update app.link_sample_pairs p set answer = null, answered_by = null, answered_role = null, answered_at = null
    where p.id = (select l.id from app.link_sample_pairs l where l.answered_by = ${actor.userId} and ${placeWithin(area, "l")}
      order by l.answered_at desc, l.id desc limit 1) returning p.id`.execute(tx);
  return rows[0]?.id;
}

/** Whether the actor has given an answer that could be taken back. */
export async function hasAnswered({ tx, area, actor }: Step): Promise<boolean> {
  const { rows } = await sql`
    select from app.link_sample_pairs l where l.answered_by = ${actor.userId} and ${placeWithin(area, "l")} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}
