import { coverageDefinition, releaseCoverage, unchangedSince } from "@tuwai/domain/coverage";
import type { App } from "#app";
import { asCity, type Step } from "#use-case";
import { previousBasis, rowsOf } from "./release-rows.ts";
import {
  findLastRelease,
  insertRelease,
  listPublished,
  lockPublication,
  type PublishedRow,
  type ReleaseRow,
  type Source,
} from "./release.store.ts";
import { findListDates, listTrueCounts } from "./true-count.view.ts";

/**
 * Handler of `coverage.publish`: counts cover today and releases the figures by the rules of small numbers
 * (reliability.md G.7). A release is made only when something the public sees changes, or what is counted; true values are
 * sealed for the next release's hysteresis. Repeating it changes nothing. Before the first list there is nothing to release.
 */
export function refreshCoverage(app: App): Promise<{ readonly released: number | null }> {
  return asCity(app, "coverage.release", async (step) => {
    const { tx, actor } = step;
    await lockPublication(tx);
    const last = await findLastRelease(tx, actor.regionCode);
    const counts = await listTrueCounts(tx, step.area);
    const isEmpty = counts.every((count) => count.denominator === 0);
    if (counts.length === 0 || (isEmpty && !last)) return { released: null };
    const figures = releaseCoverage(counts, last ? await previousBasis(app, tx, last) : new Map());
    const id = step.newId();
    const rows = rowsOf(app, id, { counts, figures });
    const before = last ? await listPublished(tx, last.id) : [];
    if (last?.definition === coverageDefinition && isSame(before, rows)) return { released: null };
    const release = { ...(await headOf(step, last, { before, rows })), id };
    await insertRelease(tx, { ...release, regionCode: actor.regionCode, at: step.now }, rows);
    await step.audit({
      objectType: "release",
      objectId: id,
      details: { number: release.number, suppressed: rows.filter((row) => row.suppressed).length },
    });
    return { released: release.number };
  });
}

async function headOf(
  { tx, today, actor }: Step,
  last: ReleaseRow | undefined,
  of: { readonly before: readonly PublishedRow[]; readonly rows: readonly PublishedRow[] },
): Promise<Omit<ReleaseRow, "id">> {
  const dates = await findListDates(tx, actor.regionCode);
  const is = { definition: coverageDefinition, asOf: today, ...halvesOf(of.rows) };
  const was = last && { definition: last.definition, asOf: last.unchangedSince, ...halvesOf(of.before) };
  const denominatorDate = dates.villages ?? today;
  return {
    number: (last?.number ?? 0) + 1,
    definition: coverageDefinition,
    asOfNumerator: today,
    asOfDenominator: denominatorDate,
    sources: sourcesOf({ today, members: dates.members, villages: denominatorDate }),
    unchangedSince: unchangedSince(was ? [was, is] : [is]) ?? today,
  };
}

/** Names of registers, as they are called in the city; proper names, not sentences of a screen. */
function sourcesOf(dates: {
  readonly today: string;
  readonly members: string | null;
  readonly villages: string;
}): readonly Source[] {
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

/** The city's own figure. */
function halvesOf(rows: readonly PublishedRow[]): Pick<PublishedRow, "numerator" | "denominator"> {
  const city = rows.find((row) => row.level === "city");
  return { numerator: city?.numerator ?? null, denominator: city?.denominator ?? null };
}

function isSame(before: readonly PublishedRow[], after: readonly PublishedRow[]): boolean {
  return printed(before) === printed(after);
}

function printed(rows: readonly PublishedRow[]): string {
  return rows
    .map((row) => [row.code, row.name, row.numerator, row.denominator, row.percent, row.suppressed].join("|"))
    .toSorted()
    .join("\n");
}
