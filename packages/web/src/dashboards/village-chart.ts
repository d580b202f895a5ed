import { furthestBehind, isTold, shareTold } from "@tuwai/domain/dashboards";
import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import type { DashboardVillage } from "@tuwai/server/dashboards";
import { type ChartSpec, drawDots, type RankedRow } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { dashboardTexts } from "#language/dashboards.ts";
import { compareNames } from "#language/compare-names.ts";
import { formatMonth, formatShortDate } from "#language/format.ts";
import { localPath } from "#language/language.ts";
import { coverageTexts } from "#language/coverage.ts";
import { type Charted, factsOf, sayings } from "./chart-words.ts";
import { placePath } from "./place-path.ts";

/** Of fewer people no share is compared. */
export const fewestRanked = 20;
const drawn = 15;

export const villageOrders = ["terendah", "belum", "naik", "nama"] as const;
export type VillageOrder = (typeof villageOrders)[number];

/** Of whom a village's share is: those estimated, or, before there is an estimate, those listed. */
export const wholeOf = ({ estimate, listed, covered }: DashboardVillage): number =>
  Math.max(covered, estimate?.middle ?? listed);

type Row = RankedRow & { readonly covered: number; readonly of: number; readonly open: number };

/** C3: one row for each village of the area, in the order asked for. */
export function villageRanking(charted: Charted, order: VillageOrder): readonly Row[] {
  const rows = charted.dashboard.villages.map((village) => rowOf(charted, village));
  const byName = (a: Row, b: Row) => compareNames(a.name, b.name);
  const gain = (row: Row) => (row.percent ?? 0) - (row.before ?? row.percent ?? 0);
  const compare: Readonly<Record<VillageOrder, (a: Row, b: Row) => number>> = {
    terendah: (a, b) => (a.percent ?? 101) - (b.percent ?? 101) || b.open - a.open,
    belum: (a, b) => b.open - a.open,
    naik: (a, b) => gain(b) - gain(a),
    nama: byName,
  };
  const silent = (row: Row) => (row.percent === null ? 1 : 0);
  return rows.toSorted((a, b) => silent(a) - silent(b) || compare[order](a, b) || byName(a, b));
}

function rowOf({ dashboard, language }: Charted, village: DashboardVillage): Row {
  const t = dashboardChartTexts[language].villages;
  const { number, percent: say } = sayings({ dashboard, language });
  const { code, name, covered, before } = village;
  const of = wholeOf(village);
  const isShown = isTold(of, dashboard.seesPersons) && isTold(covered, dashboard.seesPersons);
  const percent = isShown ? shareTold(covered, of, dashboard.seesPersons) : null;
  const parsed = parseRegionCode(code);
  const isKelurahan = parsed !== undefined && kindOfCode(parsed) === "kelurahan";
  return {
    code,
    name,
    href: localPath(
      language,
      dashboard.seesPersons
        ? placePath({ kecamatanCode: village.kecamatanCode, villageCode: code })
        : `/cakupan/${village.kecamatanCode}`,
    ),
    covered,
    of,
    open: Math.max(0, of - covered),
    percent,
    before: percent === null || before === null || of === 0 ? null : Math.min(100, (before / of) * 100),
    valueText: percent === null ? t.noShare : say(percent),
    partsText: percent === null ? "" : `${number(covered)}/${number(of)}`,
    label: percent === null ? t.hidden(name) : t.label(name, say(percent), number(covered), number(of)),
    ...(isKelurahan ? { note: coverageTexts[language].kelurahanShort } : {}),
  };
}

/** C3 with its table; a page shows its own four forms in the place of the drawing. */
export function villageChart(charted: Charted): ChartSpec {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].villages;
  const { number, percent } = sayings(charted);
  const few = dashboardTexts[language].few;
  const cell = (people: number) => (isTold(people, dashboard.seesPersons) ? people : few);
  const rows = villageRanking(charted, "terendah");
  const title = titleOf(charted);
  const hasEstimate = dashboard.estimate !== null;
  const byCode = new Map(dashboard.villages.map((village) => [village.code, village]));
  return {
    name: "desa",
    title,
    ...factsOf(charted, {
      unit: dashboardChartTexts[language].people,
      period: formatMonth(language, dashboard.lastMonth),
      formula: t.formula,
      problems: t.problems,
    }),
    draw: (size) =>
      drawDots(
        {
          rows: rows.slice(0, drawn).map((row) => ({
            label: row.name,
            percent: row.percent,
            before: row.before ?? null,
            text:
              row.percent === null
                ? row.valueText
                : `${percent(row.percent)}  ${number(row.covered)}/${number(row.of)}`,
          })),
          reference: null,
          summary: title,
        },
        size,
      ),
    table: {
      columns: [
        { header: t.columns.village, kind: "text" },
        { header: t.columns.kecamatan, kind: "text" },
        { header: t.columns.covered, kind: "number" },
        { header: hasEstimate ? t.columns.of : t.columns.ofListed, kind: "number" },
        { header: t.columns.share, kind: "percent" },
        { header: t.columns.before, kind: "percent" },
        { header: t.columns.open, kind: "number" },
        { header: t.columns.listedOn, kind: "text" },
      ],
      rows: rows.map((row) => {
        const village = byCode.get(row.code)!;
        const listedOn = village.quality?.listedOn ?? null;
        return [
          row.name,
          village.kecamatan,
          cell(row.covered),
          cell(row.of),
          row.percent,
          row.before === null || row.before === undefined ? null : Math.round(row.before * 10) / 10,
          // Of a told whole the rest would tell the part.
          isTold(row.covered, dashboard.seesPersons) ? cell(row.open) : null,
          listedOn === null ? null : formatShortDate(language, listedOn),
        ];
      }),
    },
  };
}

function titleOf(charted: Charted): string {
  const { dashboard, language } = charted;
  const t = dashboardChartTexts[language].villages;
  const { number, percent } = sayings(charted);
  if (dashboard.villages.length === 1) {
    const [only] = dashboard.villages;
    return t.own(sayings(charted).told(only!.covered), sayings(charted).told(wholeOf(only!)));
  }
  const standing = dashboard.villages.map((village) => ({ ...village, of: wholeOf(village) }));
  const isNamed = (covered: number) => charted.isCard !== true || isTold(covered, false);
  const [first] = furthestBehind(
    standing.filter(({ covered }) => isNamed(covered)),
    fewestRanked,
    1,
  );
  if (first === undefined) return t.none;
  const name = dashboard.villages.find(({ code }) => code === first.code)!.name;
  return t.title(name, percent(first.percent), number(first.open));
}
