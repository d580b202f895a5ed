import { type Month, monthIndex } from "@tuwai/domain/time";
import { yearAfterPaceHorizon } from "@tuwai/domain/forecast";
import { type Band, type ChartSize, drawLines, type Line } from "#charts";
import type { Charted } from "#dashboards";
import { formatMonth } from "#language/format.ts";
import { forecastTexts } from "#language/forecast.ts";
import { highlightTexts } from "#language/highlights.ts";
import type { Language } from "#language/language.ts";
import { type Basis, paceMonths } from "./tell-highlights.ts";

/** Where the pace of the last three months leads, beside where the target lies. */
export function paceCard({ dashboard, language }: Charted, basis: Basis) {
  const t = highlightTexts[language].pace;
  const { covered, estimate, pace, needed, outlook, year, isConfirmed, fan } = basis;
  const number = (value: number) => value.toLocaleString(language === "id" ? "id-ID" : "en-GB");
  const title =
    estimate === null || outlook === null
      ? t.titlePeople(number(covered))
      : outlook.percent >= 100
        ? t.enough[outlook.basis](String(year))
        : t.titles[outlook.basis][outlook.direction](String(year), `${outlook.percent}%`);
  const notes = [
    ...(estimate === null || outlook === null || pace === null ? [] : [whenSaid(language, basis)]),
    ...(fan === null ? [] : [t.band]),
    ...(isConfirmed ? [] : [t.unconfirmed(String(year))]),
  ];
  const [from, until] = paceMonths(dashboard.lastMonth);
  const highest = Math.max(1, pace ?? 0, needed ?? 0);
  const signed = (value: number) => `${value < 0 ? "\u2212" : "+"}${number(Math.abs(value))}`;
  const lines = linesOf({ dashboard, language }, basis);
  const draw = (size: ChartSize) => drawLines({ ...lines, summary: title }, size);
  return {
    title,
    notes: notes.join(" "),
    drawn: { narrow: draw("narrow"), wide: draw("wide") },
    bars:
      pace === null || needed === null || estimate === null
        ? []
        : [
            { name: t.now, text: signed(pace), share: Math.max(0, (pace / highest) * 100), isNeeded: false },
            { name: t.needed, text: signed(needed), share: (needed / highest) * 100, isNeeded: true },
          ],
    note: t.note(formatMonth(language, from), formatMonth(language, until)),
  };
}

/** When all would be covered, in the words and by the function of the page of the forecast. */
function whenSaid(language: Language, { all }: Basis): string {
  const t = forecastTexts[language].pace;
  return all === null ? t.never(String(yearAfterPaceHorizon)) : t.when(formatMonth(language, all));
}

export type PaceCard = ReturnType<typeof paceCard>;

/** What was, where the pace leads with its band, and where the target lies. */
function linesOf({ dashboard, language }: Charted, basis: Basis) {
  const t = highlightTexts[language].pace;
  const { of, estimate, outlook, covered, until, percentAimed } = basis;
  const first = dashboard.months[0]?.month ?? dashboard.lastMonth;
  const x = (month: Month) => monthIndex(month) - monthIndex(first);
  const y = (people: number) => (estimate === null ? people : of === 0 ? 0 : (people / of) * 100);
  const now = { x: x(dashboard.lastMonth), y: y(covered) };
  const isAhead = estimate !== null && x(until) > now.x;
  const end = isAhead ? x(until) : now.x;
  const past = dashboard.months
    .filter(({ month }) => month <= dashboard.lastMonth)
    .map((row) => ({ x: x(row.month), y: y(row.covered) }));
  const ahead: Line[] = !isAhead
    ? []
    : [
        ...(outlook === null
          ? []
          : [
              {
                label: `${outlook.percent}% ${t.ends[outlook.basis]}`,
                look: "dotted" as const,
                points: [now, { x: end, y: y(outlook.covered) }],
              },
            ]),
        { label: `${percentAimed}% ${t.target}`, look: "gold", points: [now, { x: end, y: percentAimed }] },
      ];
  const fan = isAhead
    ? (basis.fan ?? []).filter(({ month }) => month > dashboard.lastMonth && month <= until)
    : [];
  const band: Band[] =
    fan.length === 0
      ? []
      : [
          {
            look: "outer",
            points: [
              { x: now.x, low: now.y, high: now.y },
              ...fan.map((at) => ({ x: x(at.month), low: y(at.low80), high: y(at.high80) })),
            ],
          },
        ];
  return {
    lines: [{ label: isAhead ? "" : t.protected, look: "main" as const, points: past }, ...ahead],
    bands: band,
    columns: end + 1,
    ticks: yearTicks(first, end),
    max: estimate === null ? Math.max(10, ...past.map((point) => point.y)) * 1.1 : 100,
    format: (value: number) => (estimate === null ? String(Math.round(value)) : `${value}%`),
  };
}

/** Januaries under the axis, where there is more than one. */
function yearTicks(first: Month, end: number) {
  const year = Number(first.slice(0, 4));
  const ticks = Array.from({ length: 12 }, (_, n) => year + n)
    .map((of) => ({ x: monthIndex(`${of}-01` as Month) - monthIndex(first), label: String(of) }))
    .filter((tick) => tick.x >= 0 && tick.x <= end);
  return ticks.length > 1 ? ticks : [];
}
