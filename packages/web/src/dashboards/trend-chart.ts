import { changeOver } from "@tuwai/domain/dashboards";
import { type Month, monthAtIndex, monthIndex } from "@tuwai/domain/time";
import { type Band, type ChartSpec, drawLines, type Line } from "#charts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { eventNote } from "#planning";
import { type Charted, factsOf, sayings } from "./chart-words.ts";
import { shortMonth } from "./short-month.ts";

const monthsAhead = 1;

/** C2: how many are covered month by month, of the estimate where there is one, and where the targets lie. */
export function trendChart(charted: Charted): ChartSpec {
  const { dashboard, language } = charted;
  const { months, lastMonth, estimate } = dashboard;
  const t = dashboardChartTexts[language].trend;
  const { told } = sayings(charted);
  const now = months.find(({ month }) => month === lastMonth)?.covered ?? 0;
  const change = changeOver(months, lastMonth, 3);
  const name = formatMonth(language, lastMonth);
  const moved =
    change === null ? "" : change === 0 ? t.same : change > 0 ? t.up(told(change)) : t.down(told(-change));
  return {
    name: "tren",
    title: `${t.title(told(now), name)}${moved}`,
    ...factsOf(charted, {
      unit: estimate === null ? dashboardChartTexts[language].people : dashboardChartTexts[language].percent,
      period: spanOf(months, language),
      formula: t.formula,
      numerator: t.columns.covered,
      denominator: estimate === null ? t.noEstimate : t.perEstimate,
      problems: t.problems,
    }),
    draw:
      months.length < 2
        ? null
        : (size) => drawLines({ ...linesOf(charted), summary: `${t.title(told(now), name)}${moved}` }, size),
    table: tableOf(charted),
  };
}

const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.round((part / whole) * 1000) / 10);

function spanOf(months: Charted["dashboard"]["months"], language: Language): string {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined
    ? ""
    : `${formatMonth(language, first.month)} – ${formatMonth(language, last.month)}`;
}

/** What is known, and the targets of the years to come as a line that starts where the last complete month stands. */
function linesOf({ dashboard, language }: Charted) {
  const { months, lastMonth, estimate, forecast } = dashboard;
  const t = dashboardChartTexts[language].trend;
  const first = months[0]!.month;
  const x = (month: Month) => monthIndex(month) - monthIndex(first);
  const value = (covered: number) => (estimate === null ? covered : shareOf(covered, estimate.middle));
  const observed: Line = {
    label: t.share,
    look: "main",
    dots: true,
    points: months.map((row) => ({ x: x(row.month), y: value(row.covered), isOpen: row.month > lastMonth })),
  };
  const now = months.find(({ month }) => month === lastMonth)?.covered ?? 0;
  const start = { x: x(lastMonth), y: value(now) };
  const ahead = estimate === null ? null : forecast;
  const aim: Line[] =
    ahead === null || ahead.required === null
      ? []
      : [
          {
            label: t.aim,
            look: "dashed",
            points: [start, { x: x(ahead.target.by), y: ahead.target.percent }],
          },
        ];
  const fan = ahead?.fan ?? [];
  const percent = (people: number) => (ahead === null ? 0 : shareOf(people, ahead.everyone));
  const median: Line[] =
    fan.length === 0
      ? []
      : [
          {
            label: t.ahead,
            look: "dotted",
            points: [start, ...fan.map((at) => ({ x: x(at.month), y: percent(at.median) }))],
          },
        ];
  const bands =
    fan.length === 0
      ? []
      : bandsOf(
          start,
          fan.map((at) => ({ ...at, x: x(at.month) })),
          percent,
        );
  const lines = [observed, ...aim, ...median];
  const columns = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.x))) + monthsAhead;
  return {
    lines,
    bands,
    columns,
    ticks: ticksOf(first, columns, language),
    max: estimate === null ? Math.max(10, ...months.map(({ covered }) => covered)) * 1.1 : 100,
    format: (number: number) => (estimate === null ? String(Math.round(number)) : `${number}%`),
  };
}

/** Januaries, or every fourth month where there is no January enough. */
function ticksOf(first: Month, columns: number, language: Language) {
  const all = Array.from({ length: columns }, (_, x) => ({ x, month: monthAtIndex(monthIndex(first) + x) }));
  const years = all.filter(({ month }) => month.endsWith("-01"));
  return years.length > 2
    ? years.map(({ x, month }) => ({ x, label: month.slice(0, 4) }))
    : all.filter(({ x }) => x % 4 === 0).map(({ x, month }) => ({ x, label: shortMonth(language, month) }));
}

function tableOf({ dashboard, language }: Charted): ChartSpec["table"] {
  const { months, lastMonth, estimate, forecast } = dashboard;
  const t = dashboardChartTexts[language].trend;
  return {
    columns: [
      { header: dashboardChartTexts[language].month, kind: "text" },
      ...(
        [
          "covered",
          ...(estimate === null ? [] : (["estimate", "share"] as const)),
          "listed",
          "fullCover",
          "due",
          "grace",
          "joined",
          "lapsed",
          "returned",
          "left",
        ] as const
      ).map((key) => ({
        header: t.columns[key],
        kind: key === "share" ? ("percent" as const) : ("number" as const),
      })),
      { header: t.columns.note, kind: "text" },
    ],
    rows: months.map((row) => [
      formatMonth(language, row.month),
      row.covered,
      ...(estimate === null ? [] : [estimate.middle, shareOf(row.covered, estimate.middle)]),
      row.listed,
      row.fullCover,
      row.due,
      row.grace,
      row.joined,
      row.lapsed,
      row.returned,
      row.left,
      [
        row.month > lastMonth ? t.growing : undefined,
        forecast === null ? undefined : eventNote(forecast.marks, row.month, language),
      ]
        .filter((note) => note !== undefined)
        .join("; "),
    ]),
  };
}

type Ahead = {
  readonly x: number;
  readonly low80: number;
  readonly low50: number;
  readonly high50: number;
  readonly high80: number;
};

/** Four of five and one of two of what may come, from where the last complete month stands. */
function bandsOf(
  start: { readonly x: number; readonly y: number },
  fan: readonly Ahead[],
  percent: (people: number) => number,
): readonly Band[] {
  const band = (look: Band["look"], low: (at: Ahead) => number, high: (at: Ahead) => number): Band => ({
    look,
    points: [
      { x: start.x, low: start.y, high: start.y },
      ...fan.map((at) => ({ x: at.x, low: percent(low(at)), high: percent(high(at)) })),
    ],
  });
  return [
    band(
      "outer",
      (at) => at.low80,
      (at) => at.high80,
    ),
    band(
      "inner",
      (at) => at.low50,
      (at) => at.high50,
    ),
  ];
}
