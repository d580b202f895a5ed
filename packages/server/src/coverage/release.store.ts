import type { CivilDate } from "@tuwai/domain/time";
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
};

export async function findLastRelease(tx: Tx, regionCode: string): Promise<ReleaseRow | undefined> {
  const result = await sql<ReleaseRow>`
    select id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since
    from pub.releases where region_code = ${regionCode} order by number desc limit 1`.execute(tx);
  return result.rows[0];
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
};

export async function listPublished(tx: Tx, releaseId: string): Promise<readonly PublishedRow[]> {
  const result = await sql<PublishedRow>`
    select code, level, name, kecamatan, numerator, denominator, percent::float8 as percent, suppressed
    from pub.coverage where release_id = ${releaseId} order by code`.execute(tx);
  return result.rows;
}

export type SealedBasis = {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly trueNumeratorSealed: Buffer;
  readonly trueDenominatorSealed: Buffer;
};

/** Sealed true values of the places of a release; only the publishing job may read them. */
export async function listSealedBasis(tx: Tx, releaseId: string): Promise<readonly SealedBasis[]> {
  const result = await sql<SealedBasis>`
    select code, numerator, denominator, true_numerator_sealed, true_denominator_sealed
    from pub.coverage where release_id = ${releaseId} and true_numerator_sealed is not null`.execute(tx);
  return result.rows;
}

/** One publication of a city at a time. */
export async function lockPublication(tx: Tx): Promise<void> {
  await lockCity(tx, "coverage-publication");
}

export type NewRelease = ReleaseRow & { readonly regionCode: string; readonly at: Date };
export type NewRow = PublishedRow & {
  readonly numeratorSealed: Buffer;
  readonly denominatorSealed: Buffer;
};

export async function insertRelease(tx: Tx, release: NewRelease, rows: readonly NewRow[]): Promise<void> {
  await sql`
    insert into pub.releases (region_code, id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since, released_at)
    values (${release.regionCode}, ${release.id}, ${release.number}, ${release.definition}, ${release.asOfNumerator},
      ${release.asOfDenominator}, ${JSON.stringify(release.sources)}::jsonb, ${release.unchangedSince}, ${release.at})`.execute(
    tx,
  );
  const column = <K extends keyof NewRow>(key: K) => rows.map((row) => row[key]);
  await sql`
    insert into pub.coverage (region_code, release_id, code, level, name, kecamatan, numerator, denominator, percent, suppressed,
      true_numerator_sealed, true_denominator_sealed)
    select ${release.regionCode}, ${release.id}, n.* from unnest(${column("code")}::text[], ${column("level")}::text[],
      ${column("name")}::text[], ${column("kecamatan")}::text[], ${column("numerator")}::int[], ${column("denominator")}::int[],
      ${column("percent")}::numeric[], ${column("suppressed")}::boolean[], ${column("numeratorSealed")}::bytea[],
      ${column("denominatorSealed")}::bytea[]) as n`.execute(tx);
}
