import type { CoverageRelease, ReleasedPlace } from "@tuwai/domain/coverage";
import type { App } from "#app";
import type { Tx } from "#database";
import { listSealedBasis, type NewRow, type ReleaseRow } from "./release.store.ts";
import type { TrueCount } from "./true-count.view.ts";

/** The true values behind the last release, by place, as the next one's hysteresis needs them. */
export async function previousBasis(
  app: App,
  tx: Tx,
  last: Pick<ReleaseRow, "id">,
): Promise<ReadonlyMap<string, ReleasedPlace["basis"]>> {
  const rows = await listSealedBasis(tx, last.id);
  return new Map(
    rows.map((row) => {
      const opened = (sealed: Buffer, column: "true_numerator" | "true_denominator") =>
        Number(app.keys.open(sealed, placeOfValue(last.id, row.code, column)));
      const numerator = {
        published: row.numerator,
        basis: opened(row.trueNumeratorSealed, "true_numerator"),
      };
      const denominator = {
        published: row.denominator,
        basis: opened(row.trueDenominatorSealed, "true_denominator"),
      };
      return [row.code, { numerator, denominator }];
    }),
  );
}

/** The rows of a release, with the true values sealed beside the published ones. */
export function rowsOf(
  app: App,
  releaseId: string,
  of: { readonly counts: readonly TrueCount[]; readonly figures: CoverageRelease },
): readonly NewRow[] {
  const names = new Map(of.counts.map((count) => [count.code, count]));
  const kecamatanNames = new Map(of.counts.map((count) => [count.kecamatanCode, count.kecamatan]));
  const { villages, kecamatan, city } = of.figures;
  const row = (place: ReleasedPlace, named: Pick<NewRow, "level" | "name" | "kecamatan">): NewRow => {
    const { code, numerator, denominator, percent, suppressed, basis } = place;
    const seal = (value: number, column: string) =>
      app.keys.seal(String(value), placeOfValue(releaseId, code, column));
    return {
      code,
      numerator,
      denominator,
      percent,
      suppressed,
      ...named,
      numeratorSealed: seal(basis.numerator.basis, "true_numerator"),
      denominatorSealed: seal(basis.denominator.basis, "true_denominator"),
    };
  };
  return [
    row(city, { level: "city", name: city.code, kecamatan: null }),
    ...kecamatan.map((place) => {
      const name = kecamatanNames.get(place.code) ?? place.code;
      return row(place, { level: "kecamatan", name, kecamatan: name });
    }),
    ...villages.map((place) => {
      const { name, kecamatan: within } = names.get(place.code)!;
      return row(place, { level: "village", name, kecamatan: within });
    }),
  ];
}

const placeOfValue = (releaseId: string, code: string, column: string) => ({
  table: "coverage",
  column,
  rowId: `${releaseId}|${code}`,
});
