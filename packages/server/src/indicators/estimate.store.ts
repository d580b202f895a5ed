import type { FigureMark, Range } from "@tuwai/domain/indicators";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";
import type { Step } from "#use-case";
import type { Typist } from "./typist.ts";

export const estimateKinds = [
  "employed",
  "informal-share",
  "out-of-scope",
  "kecamatan-population",
  "village-persons",
] as const;
export type EstimateKind = (typeof estimateKinds)[number];

/** One figure that the estimate is made from: persons, or per cent for a share. */
export type EstimateSource = Range & {
  readonly kind: EstimateKind;
  readonly place: string;
  readonly asOf: string;
  readonly mark: FigureMark;
  readonly source: string;
};

/** Of each kind and place the one that was entered last. */
export async function listSources(tx: Tx): Promise<readonly EstimateSource[]> {
  const { rows } = await sql<EstimateSource>`
    select distinct on (s.kind, s.place) s.kind, s.place, s.low::float8 as low, s.middle::float8 as middle, s.high::float8 as high,
      s.as_of, s.mark, s.source from pub.estimate_sources s
    where s.region_code = (select app.region())
    order by s.kind, s.place, s.entered_at desc, s.id desc`.execute(tx);
  return rows;
}

/** Whether it was ever entered, whatever stands in its place now. */
export async function wasEntered(tx: Tx, { kind, source }: EstimateSource): Promise<boolean> {
  const { rows } = await sql`
    select from pub.estimate_sources s
    where s.region_code = (select app.region()) and s.kind = ${kind} and s.source = ${source} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function insertSource(
  { tx, actor, now, newId }: Step,
  source: EstimateSource,
  by: Typist,
): Promise<void> {
  await sql`
    insert into pub.estimate_sources (region_code, id, kind, place, low, middle, high, as_of, mark, source, entered_by, entered_role, entered_at)
    values (${actor.regionCode}, ${newId()}, ${source.kind}, ${source.place}, ${source.low}, ${source.middle}, ${source.high},
      ${source.asOf}, ${source.mark}, ${source.source}, ${by.userId}, ${by.role}, ${now})`.execute(tx);
}

export type EstimateVersion = Range & {
  readonly id: string;
  readonly number: number;
  readonly sources: readonly EstimateSource[];
  readonly madeAt: Date;
};

/** The city's estimates, the one that holds first. */
export async function listVersions(tx: Tx): Promise<readonly EstimateVersion[]> {
  const { rows } = await sql<EstimateVersion>`
    select v.id, v.number, v.low, v.middle, v.high, v.sources, v.made_at from pub.estimate_versions v
    where v.region_code = (select app.region()) order by v.number desc`.execute(tx);
  return rows;
}

export async function findLastVersion(tx: Tx): Promise<EstimateVersion | undefined> {
  const { rows } = await sql<EstimateVersion>`
    select v.id, v.number, v.low, v.middle, v.high, v.sources, v.made_at from pub.estimate_versions v
    where v.region_code = (select app.region()) order by v.number desc limit 1`.execute(tx);
  return rows[0];
}

export type VillageEstimate = Range & { readonly villageCode: string; readonly kecamatanCode: string };

export async function listVillageEstimates(tx: Tx, versionId: string): Promise<readonly VillageEstimate[]> {
  const { rows } = await sql<VillageEstimate>`
    select e.village_code, e.kecamatan_code, e.low, e.middle, e.high from pub.worker_estimates e
    where e.version_id = ${versionId}::uuid order by e.village_code`.execute(tx);
  return rows;
}

/** One estimate of a city at a time, so that their numbers follow each other. */
export const lockEstimates = (tx: Tx): Promise<void> => lockCity(tx, "worker-estimates");

export async function insertVersion(
  { tx, actor, now }: Step,
  version: Omit<EstimateVersion, "madeAt">,
  villages: readonly VillageEstimate[],
  by: Typist,
): Promise<void> {
  await sql`
    insert into pub.estimate_versions (region_code, id, number, low, middle, high, sources, made_by, made_role, made_at)
    values (${actor.regionCode}, ${version.id}, ${version.number}, ${version.low}, ${version.middle}, ${version.high},
      ${JSON.stringify(version.sources)}::jsonb, ${by.userId}, ${by.role}, ${now})`.execute(tx);
  await sql`
    insert into pub.worker_estimates (region_code, version_id, village_code, kecamatan_code, low, middle, high)
    select ${actor.regionCode}, ${version.id}, e."villageCode", e."kecamatanCode", e.low, e.middle, e.high
    from jsonb_to_recordset(${JSON.stringify(villages)}::jsonb)
      as e("villageCode" text, "kecamatanCode" text, low int, middle int, high int)`.execute(tx);
}
