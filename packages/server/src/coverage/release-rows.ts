import { type CoverageRelease, type ReleasedPlace, releasePercent } from "@tuwai/domain/coverage";
import type { App } from "#app";
import type { Tx } from "#database";
import {
  listPublished,
  listSealedBasis,
  type NewRow,
  type PublishedRow,
  type ReleaseRow,
} from "./release.store.ts";

/** Where a place lies, and what it is called. */
export type PlaceName = { readonly code: string; readonly name: string; readonly kecamatan: string };

type Basis = ReleasedPlace["basis"];

/** A release as it was published, with the true values behind it. */
export async function pastRelease(
  app: App,
  tx: Tx,
  { id, definition }: Pick<ReleaseRow, "id" | "definition">,
): Promise<CoverageRelease & { readonly definition: string }> {
  const bases = await openBases(app, tx, id);
  const rows = await listPublished(tx, id);
  const places = rows.map((row) => ({ level: row.level, place: placeOf(row, bases.get(row.code)!) }));
  const at = (level: PublishedRow["level"]) =>
    places.filter((one) => one.level === level).map(({ place }) => place);
  return { villages: at("village"), kecamatan: at("kecamatan"), city: at("city")[0]!, definition };
}

function placeOf(row: PublishedRow, basis: Basis): ReleasedPlace {
  const { code, numerator, listed, percent, suppressed, isSilent, isSmall } = row;
  const { estimateLow: low, estimate: middle, estimateHigh: high } = row;
  const estimate = low === null || middle === null || high === null ? null : { low, middle, high };
  // A bound is told by the share that it is: one that does not follow from both halves.
  const { bound } = releasePercent(numerator, middle);
  return { code, numerator, listed, estimate, percent, bound, suppressed, isSilent, isSmall, basis };
}

async function openBases(app: App, tx: Tx, releaseId: string): Promise<ReadonlyMap<string, Basis>> {
  const rows = await listSealedBasis(tx, releaseId);
  return new Map(
    rows.map((row) => {
      const opened = (sealed: Buffer, column: "true_numerator" | "true_denominator") =>
        Number(app.keys.open(sealed, placeOfValue(releaseId, row.code, column)));
      const numerator = {
        published: row.numerator,
        basis: opened(row.trueNumeratorSealed, "true_numerator"),
      };
      const listed = { published: row.listed, basis: opened(row.trueDenominatorSealed, "true_denominator") };
      return [row.code, { numerator, listed }];
    }),
  );
}

/** One place of a release as it is published. */
const row = (
  place: ReleasedPlace,
  named: Pick<PublishedRow, "level" | "name" | "kecamatan">,
): PublishedRow => {
  const { code, numerator, listed, percent, suppressed, isSilent, isSmall, estimate } = place;
  return {
    code,
    numerator,
    listed,
    denominator: estimate?.middle ?? null,
    percent,
    suppressed,
    isSilent,
    isSmall,
    estimateLow: estimate?.low ?? null,
    estimate: estimate?.middle ?? null,
    estimateHigh: estimate?.high ?? null,
    ...named,
  };
};

/** The rows of a release as they are published; what a code is called is the register's, and of the city the configuration's. */
export function publishedRows(
  figures: CoverageRelease,
  places: readonly PlaceName[],
  cityName: string,
): readonly PublishedRow[] {
  const names = new Map(places.map((place) => [place.code, place]));
  const kecamatanNames = new Map(
    places.map(({ code, kecamatan }) => [code.slice(0, code.lastIndexOf(".")), kecamatan]),
  );
  return [
    row(figures.city, { level: "city", name: cityName, kecamatan: null }),
    ...figures.kecamatan.map((place) => {
      const name = kecamatanNames.get(place.code) ?? place.code;
      return row(place, { level: "kecamatan", name, kecamatan: name });
    }),
    ...figures.villages.map((place) => {
      const { name, kecamatan } = names.get(place.code)!;
      return row(place, { level: "village", name, kecamatan });
    }),
  ];
}

/** By code: the true values, as numbers. */
export type TrueValues = Readonly<Record<string, { readonly numerator: number; readonly listed: number }>>;

/** The true values behind a release, by place. */
export const trueValuesOf = ({ villages, kecamatan, city }: CoverageRelease): TrueValues =>
  Object.fromEntries(
    [...villages, ...kecamatan, city].map(({ code, basis }) => [
      code,
      { numerator: basis.numerator.basis, listed: basis.listed.basis },
    ]),
  );

/** The rows with their true values sealed, for the release of this id. */
export function sealRows(
  app: App,
  releaseId: string,
  rows: readonly PublishedRow[],
  truth: TrueValues,
): readonly NewRow[] {
  return rows.map((row) => {
    const seal = (value: number, column: string) =>
      app.keys.seal(String(value), placeOfValue(releaseId, row.code, column));
    const { numerator, listed } = truth[row.code]!;
    return {
      ...row,
      numeratorSealed: seal(numerator, "true_numerator"),
      listedSealed: seal(listed, "true_denominator"),
    };
  });
}

const placeOfValue = (releaseId: string, code: string, column: string) => ({
  table: "coverage",
  column,
  rowId: `${releaseId}|${code}`,
});
