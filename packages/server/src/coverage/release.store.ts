import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

export type Source = {
  readonly half: "numerator" | "denominator";
  readonly name: string;
  readonly asOf: string;
};

export type ReleaseRow = {
  readonly id: string;
  readonly number: number;
  readonly definition: string;
  readonly asOfNumerator: string;
  readonly asOfDenominator: string;
  readonly sources: readonly Source[];
  readonly unchangedSince: CivilDate;
  readonly month: Month;
  readonly citationCode: string;
  /** Made at an example city's first start, by what was known then. */
  readonly madeLate: boolean;
  readonly releasedAt: Date;
};

const columns = sql.raw(`id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since,
  to_char(month, 'YYYY-MM') as month, citation_code, made_late, released_at`);

/** Releases of complete months, the newest first; those that told a day, of before 2 December 2026, are not among them. */
export async function listReleaseRows(tx: Tx, regionCode: string): Promise<readonly ReleaseRow[]> {
  const result = await sql<ReleaseRow>`
    select ${columns} from pub.releases where region_code = ${regionCode} and month is not null order by month desc`.execute(
    tx,
  );
  return result.rows;
}

/** The last release before there were months; what it withheld stays withheld by the same hysteresis. */
export async function findLastOfDay(
  tx: Tx,
  regionCode: string,
): Promise<Pick<ReleaseRow, "id" | "definition"> | undefined> {
  const result = await sql<Pick<ReleaseRow, "id" | "definition">>`
    select id, definition from pub.releases where region_code = ${regionCode} and month is null order by number desc limit 1`.execute(
    tx,
  );
  return result.rows[0];
}

export async function findLastRelease(tx: Tx, regionCode: string): Promise<ReleaseRow | undefined> {
  return (await listReleaseRows(tx, regionCode))[0];
}

/** The number of the next release of a city. */
export async function nextNumber(tx: Tx, regionCode: string): Promise<number> {
  const result = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from pub.releases where region_code = ${regionCode}`.execute(
    tx,
  );
  return result.rows[0]!.next;
}

export type PublishedRow = {
  readonly code: string;
  readonly level: "city" | "kecamatan" | "village";
  readonly name: string;
  readonly kecamatan: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly suppressed: boolean;
  readonly listed: number | null;
  readonly estimateLow: number | null;
  readonly estimate: number | null;
  readonly estimateHigh: number | null;
  readonly isSilent: boolean;
  readonly isSmall: boolean;
};

const figures =
  sql.raw(`code, level, name, kecamatan, numerator, denominator, percent::float8 as percent, suppressed, listed,
  estimate_low, estimate, estimate_high, is_silent, is_small`);

export async function listPublished(tx: Tx, releaseId: string): Promise<readonly PublishedRow[]> {
  const result = await sql<PublishedRow>`
    select ${figures} from pub.coverage where release_id = ${releaseId} order by code`.execute(tx);
  return result.rows;
}

/** The city's own figure of each release, by its id. */
export async function mapCityFigures(tx: Tx, regionCode: string): Promise<ReadonlyMap<string, PublishedRow>> {
  const result = await sql<PublishedRow & { readonly releaseId: string }>`
    select release_id, ${figures} from pub.coverage where region_code = ${regionCode} and level = 'city'`.execute(
    tx,
  );
  return new Map(result.rows.map(({ releaseId, ...row }) => [releaseId, row]));
}

export type SealedBasis = {
  readonly code: string;
  readonly numerator: number | null;
  readonly listed: number | null;
  readonly trueNumeratorSealed: Buffer;
  readonly trueDenominatorSealed: Buffer;
};

/** Sealed true values of the places of a release; only the publishing job may read them. */
export async function listSealedBasis(tx: Tx, releaseId: string): Promise<readonly SealedBasis[]> {
  const result = await sql<SealedBasis>`
    select code, numerator, listed, true_numerator_sealed, true_denominator_sealed
    from pub.coverage where release_id = ${releaseId} and true_numerator_sealed is not null`.execute(tx);
  return result.rows;
}

/** One publication of a city at a time. */
export async function lockPublication(tx: Tx): Promise<void> {
  await lockCity(tx, "coverage-publication");
}

export type NewRelease = Omit<ReleaseRow, "releasedAt"> & { readonly regionCode: string; readonly at: Date };
export type NewRow = PublishedRow & {
  readonly numeratorSealed: Buffer;
  readonly listedSealed: Buffer;
};

export async function insertRelease(tx: Tx, release: NewRelease, rows: readonly NewRow[]): Promise<void> {
  await sql`
    insert into pub.releases (region_code, id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since, month, citation_code, made_late, released_at)
    values (${release.regionCode}, ${release.id}, ${release.number}, ${release.definition}, ${release.asOfNumerator},
      ${release.asOfDenominator}, ${JSON.stringify(release.sources)}::jsonb, ${release.unchangedSince}, (${release.month} || '-01')::date, ${release.citationCode}, ${release.madeLate}, ${release.at})`.execute(
    tx,
  );
  const column = <K extends keyof NewRow>(key: K) => rows.map((row) => row[key]);
  await sql`
    insert into pub.coverage (region_code, release_id, code, level, name, kecamatan, numerator, denominator, percent, suppressed,
      listed, estimate_low, estimate, estimate_high, is_silent, is_small, true_numerator_sealed, true_denominator_sealed)
    select ${release.regionCode}, ${release.id}, n.* from unnest(${column("code")}::text[], ${column("level")}::text[],
      ${column("name")}::text[], ${column("kecamatan")}::text[], ${column("numerator")}::int[], ${column("denominator")}::int[],
      ${column("percent")}::numeric[], ${column("suppressed")}::boolean[], ${column("listed")}::int[],
      ${column("estimateLow")}::int[], ${column("estimate")}::int[], ${column("estimateHigh")}::int[], ${column("isSilent")}::boolean[], ${column("isSmall")}::boolean[],
      ${column("numeratorSealed")}::bytea[], ${column("listedSealed")}::bytea[]) as n`.execute(tx);
}
