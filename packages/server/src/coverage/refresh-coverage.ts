import { type CoverageRelease, type ReleasedPlace, releaseCoverage } from "@tuwai/domain/coverage";
import { wholeCity } from "#access";
import { type App, systemActor } from "#app";
import { recordChange } from "#audit";
import { asSystem, type Tx } from "#database";
import { coverageDefinition } from "./coverage.ts";
import {
  findLastRelease,
  insertRelease,
  listPublished,
  listSealedBasis,
  lockPublication,
  type NewRow,
  type PublishedRow,
  type ReleaseRow,
  type Source,
} from "./release.store.ts";
import { findListDates, listTrueCounts, type TrueCount } from "./true-count.store.ts";

/**
 * Handler of `coverage.publish`: counts cover today and releases the figures by the rules of small numbers
 * (reliability.md G.7). A release is made only when something the public sees changes; true values are sealed for the
 * next release's hysteresis. Repeating it changes nothing. Before the first list there is nothing to release.
 */
export function refreshCoverage(app: App): Promise<{ readonly released: number | null }> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    await lockPublication(tx);
    const last = await findLastRelease(tx, actor.regionCode);
    const counts = await listTrueCounts(tx, wholeCity(app.config.regionCode));
    const isEmpty = counts.every((count) => count.denominator === 0);
    if (counts.length === 0 || (isEmpty && !last)) return { released: null };
    const figures = releaseCoverage(counts, last ? await previousBasis(app, tx, last) : new Map());
    const id = app.newId();
    const rows = rowsOf(app, id, { counts, figures });
    const before = last ? await listPublished(tx, last.id) : [];
    if (last && isSame(before, rows)) return { released: null };
    const release = { ...(await headOf(app, tx, last, { before, rows })), id };
    await insertRelease(tx, { ...release, regionCode: actor.regionCode, at: app.clock.now() }, rows);
    await recordChange(app, tx, actor, {
      action: "coverage.release",
      objectType: "release",
      objectId: id,
      details: { number: release.number, suppressed: rows.filter((row) => row.suppressed).length },
    });
    return { released: release.number };
  });
}

async function headOf(
  app: App,
  tx: Tx,
  last: ReleaseRow | undefined,
  of: { readonly before: readonly PublishedRow[]; readonly rows: readonly PublishedRow[] },
): Promise<Omit<ReleaseRow, "id">> {
  const today = app.clock.today();
  const dates = await findListDates(tx, app.config.regionCode);
  const [was, is] = [cityRow(of.before), cityRow(of.rows)];
  const stands = last && was?.numerator === is?.numerator && was?.denominator === is?.denominator;
  const denominatorDate = dates.villages ?? today;
  return {
    number: (last?.number ?? 0) + 1,
    definition: coverageDefinition,
    asOfNumerator: today,
    asOfDenominator: denominatorDate,
    sources: sourcesOf({ today, members: dates.members, villages: denominatorDate }),
    unchangedSince: stands ? last.unchangedSince : today,
  };
}

/** Names of registers, as they are called in the city; proper names, not sentences of a screen. */
function sourcesOf(dates: { today: string; members: string | null; villages: string }): readonly Source[] {
  const members: Source[] =
    dates.members === null
      ? []
      : [{ half: "numerator", name: "Daftar peserta BPJS Ketenagakerjaan", asOf: dates.members }];
  return [
    { half: "numerator", name: "TuWai KeTan", asOf: dates.today },
    ...members,
    { half: "denominator", name: "Daftar pekerja rentan desa dan kelurahan", asOf: dates.villages },
  ];
}

async function previousBasis(
  app: App,
  tx: Tx,
  last: ReleaseRow,
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

function rowsOf(
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

const cityRow = (rows: readonly PublishedRow[]) => rows.find((row) => row.level === "city");

function isSame(before: readonly PublishedRow[], after: readonly PublishedRow[]): boolean {
  return printed(before) === printed(after);
}

function printed(rows: readonly PublishedRow[]): string {
  return rows
    .map((row) => [row.code, row.name, row.numerator, row.denominator, row.percent, row.suppressed].join("|"))
    .toSorted()
    .join("\n");
}
