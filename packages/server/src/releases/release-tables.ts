import {
  type CoverageRelease,
  rangeOfCount,
  releaseCount,
  releaseCoverage,
  type ReleasedCount,
  type ReleasedPlace,
} from "@tuwai/domain/coverage";
import type { FigureCounts } from "@tuwai/domain/figures";
import type { Month } from "@tuwai/domain/time";
import type { PublicYear } from "#commitments";
import { type PublishedRow, type ReleaseRow } from "#coverage";
import type { Indicator } from "#indicators";
import type { GroupCount } from "./group-count.view.ts";
import type { ReleaseTable, TableValue } from "./release-table.ts";

const rangeColumns = (count: number | null): readonly TableValue[] => {
  const range = count === null ? null : rangeOfCount(count);
  return [count, range?.from ?? null, range?.to ?? null];
};

/** Villages as they are published; `state` says why a figure is missing. */
export function coverageTable(month: Month, rows: readonly PublishedRow[]): ReleaseTable {
  return {
    name: "coverage",
    columns: [
      "month",
      "code",
      "name",
      "kecamatan",
      "covered",
      "covered_from",
      "covered_to",
      "listed",
      "estimate_low",
      "estimate",
      "estimate_high",
      "percent",
      "state",
    ],
    rows: rows
      .filter(({ level }) => level === "village")
      .map((row) => [
        month,
        row.code,
        row.name,
        row.kecamatan,
        ...rangeColumns(row.numerator),
        row.listed,
        row.estimateLow,
        row.estimate,
        row.estimateHigh,
        row.percent,
        stateOf(row),
      ]),
  };
}

/** Why a figure is missing. */
function stateOf({ isSilent, isSmall, suppressed }: PublishedRow): string {
  if (isSilent) return "no-list";
  if (isSmall) return "fewer-than-10";
  return suppressed ? "withheld" : "published";
}

export type PastFigures = { readonly release: ReleaseRow; readonly rows: readonly PublishedRow[] };

/** City and kecamatan month by month, each as its own release told it. */
export function monthsTable(
  past: readonly PastFigures[],
  now: { readonly month: Month; readonly rows: readonly PublishedRow[] },
): ReleaseTable {
  const told = [...past.map(({ release, rows }) => ({ month: release.month, rows })), now].toSorted((a, b) =>
    a.month < b.month ? -1 : 1,
  );
  const cityName = now.rows.find(({ level }) => level === "city")?.name;
  return {
    name: "months",
    columns: [
      "month",
      "level",
      "code",
      "name",
      "covered",
      "covered_from",
      "covered_to",
      "listed",
      "estimate",
      "percent",
    ],
    rows: told.flatMap(({ month, rows }) =>
      rows
        .filter(({ level }) => level !== "village")
        .map((row) => [
          month,
          row.level,
          row.code,
          row.level === "city" ? (cityName ?? row.name) : row.name,
          ...rangeColumns(row.numerator),
          row.listed,
          row.estimate,
          row.percent,
        ]),
    ),
  };
}

/** Every value of every series that stands, each with its own halves and mark. */
export function indicatorsTable(series: readonly Indicator[]): ReleaseTable {
  return {
    name: "indicators",
    columns: ["series", "place", "as_of", "numerator", "denominator", "percent", "mark", "source"],
    rows: series.flatMap(({ code, values, elsewhere }) =>
      [...values, ...elsewhere].map((value) => [
        code,
        value.place,
        value.asOf,
        value.numerator,
        value.denominator,
        value.percent,
        value.mark,
        value.source,
      ]),
    ),
  };
}

/** Promise, budget and payment of each village's offices, and of its vulnerable workers what rounding lets through (S8). */
export function commitmentsTable(year: PublicYear | null): ReleaseTable {
  return {
    name: "commitments",
    columns: [
      "year",
      "code",
      "name",
      "status",
      "offices_need",
      "offices_promised",
      "offices_budgeted",
      "offices_paid",
      "workers_need_rounded",
      "workers_promised",
      "workers_budgeted",
      "workers_paid_rounded",
    ],
    rows: (year?.villages ?? []).map(
      ({ villageCode, name, status, need, promised, budgeted, paid, vulnerable }) => [
        year!.year,
        villageCode,
        name,
        status,
        need,
        promised,
        budgeted,
        paid,
        vulnerable.need,
        vulnerable.promised,
        vulnerable.budgeted,
        vulnerable.paid,
      ],
    ),
  };
}

/** The code under which kinds of work are summed, as if they were villages of one kecamatan: the same rules hold. */
const allWork = "kerja.01.01";

/** Kinds of work of the whole city, each half by the rules of small numbers; `earlier` are those of the releases before, oldest first. */
export function releaseGroups(
  month: Month,
  groups: readonly GroupCount[],
  earlier: readonly CoverageRelease[],
): { readonly table: ReleaseTable; readonly figures: CoverageRelease } {
  const counts = groups.map(({ group, covered, listed }) => {
    return { code: `${allWork}.${group}`, numerator: covered, listed, estimate: null };
  });
  const figures = releaseCoverage(counts, basesOf(earlier.at(-1)), earlier);
  const table: ReleaseTable = {
    name: "groups",
    columns: ["month", "group", "covered", "covered_from", "covered_to", "listed", "state"],
    rows: figures.villages.map(({ code, numerator, listed, isSmall, suppressed }) => [
      month,
      code.slice(allWork.length + 1),
      ...rangeColumns(numerator),
      listed,
      isSmall ? "fewer-than-10" : suppressed ? "withheld" : "published",
    ]),
  };
  return { table, figures };
}

/** What the hysteresis of the next release needs of this one. */
export const basesOf = (release: CoverageRelease | undefined): ReadonlyMap<string, ReleasedPlace["basis"]> =>
  new Map(
    release === undefined
      ? []
      : [...release.villages, ...release.kecamatan, release.city].map(({ code, basis }) => [code, basis]),
  );

/** By month: what was last said of it, and the true count it was drawn from. */
export type Revisions = Readonly<Record<string, ReleasedCount>>;

/**
 * What earlier months said when they were published, and what they say by what is known now: payments that came later, and ones taken
 * back. The later figure too moves only once the true one has moved by five.
 */
export function revisionsTable(
  past: readonly { readonly month: Month; readonly releasedOn: string; readonly figures: CoverageRelease }[],
  known: ReadonlyMap<Month, Pick<FigureCounts, "covered">>,
  before: Revisions,
): { readonly table: ReleaseTable; readonly revisions: Revisions } {
  const rows = past
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .map(({ month, releasedOn, figures }) => {
      const told = figures.city.basis.numerator;
      const now = releaseCount(known.get(month)?.covered ?? 0, { previous: before[month] ?? told });
      return { month, releasedOn, told, now };
    });
  const columns = ["month", "released_on", "released_covered", "known_now", "difference"];
  const table: ReleaseTable = {
    name: "revisions",
    columns,
    rows: rows.map(({ month, releasedOn, told, now }) => {
      const isKnown = told.published !== null && now.published !== null;
      return [
        month,
        releasedOn,
        told.published,
        now.published,
        isKnown ? now.published - told.published : null,
      ];
    }),
  };
  return { table, revisions: Object.fromEntries(rows.map(({ month, now }) => [month, now])) };
}
