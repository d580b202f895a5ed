import { type ChartSize, chartWidths, drawing, ink, shape, widthOf, write } from "./svg.ts";

export type Line = {
  readonly label: string;
  /** `x` counts columns from 0; null is a hole. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly isOpen?: boolean }[];
  readonly look: "main" | "dashed" | "dotted" | "gold" | "thin";
  /** Dots at each point: filled where the number is whole, open where it still grows. */
  readonly dots?: boolean;
};

export type Band = {
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly look: "inner" | "outer";
};

type Lines = {
  readonly lines: readonly Line[];
  readonly bands?: readonly Band[];
  readonly columns: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly max: number;
  readonly format: (value: number) => string;
  readonly summary: string;
};

const heights = { narrow: 214, wide: 264 } as const;
const looks = {
  main: { stroke: ink.main, "stroke-width": 2.5 },
  thin: { stroke: ink.middle, "stroke-width": 1.5 },
  dashed: { stroke: ink.text, "stroke-width": 2, "stroke-dasharray": "7 5" },
  dotted: { stroke: ink.main, "stroke-width": 2, "stroke-dasharray": "2 4" },
  gold: { stroke: ink.gold, "stroke-width": 2.5, "stroke-dasharray": "7 5" },
} as const;
const labelPitch = 16;

/** Lines over time on an axis from zero; each is named at its end. */
export function drawLines(chart: Lines, size: ChartSize): string {
  const { lines, bands = [], columns, ticks, max, format, summary } = chart;
  const width = chartWidths[size];
  const height = heights[size];
  const left = widthOf(format(max), 12) + 10;
  const right =
    width - Math.min(width * 0.36, 14 + Math.max(...lines.map(({ label }) => widthOf(label, 12))));
  const [top, bottom] = [14, height - 26];
  const x = (column: number) => left + (columns <= 1 ? 0 : (column / (columns - 1)) * (right - left));
  const y = (value: number) => bottom - (Math.max(0, Math.min(value, max)) / max) * (bottom - top);
  const at = { x, y };
  return drawing(
    { width, height, summary },
    ...[0, max / 2, max].map(
      (value) =>
        shape("path", { d: `M${left} ${Math.round(y(value))}H${Math.round(right)}`, stroke: ink.line }) +
        write(format(value), { x: left - 6, y: y(value) + 4, anchor: "end", size: 12, fill: ink.quiet }),
    ),
    ...bands.map((band) => drawBand(band, at)),
    ...lines.map((line) => drawLine(line, at)),
    ...endLabels(lines, at, right + 8),
    ...ticks.map(({ x: column, label }) =>
      write(label, { x: x(column), y: height - 6, anchor: "middle", size: 12, fill: ink.quiet }),
    ),
  );
}

type At = { readonly x: (column: number) => number; readonly y: (value: number) => number };

const round = (value: number) => Math.round(value * 10) / 10;

function drawLine({ points, look, dots }: Line, { x, y }: At): string {
  const d = points
    .map((point, n) => `${n === 0 ? "M" : "L"}${round(x(point.x))} ${round(y(point.y))}`)
    .join("");
  const marks = (dots ? points : []).map((point) =>
    shape("circle", {
      cx: x(point.x),
      cy: y(point.y),
      r: 3.5,
      fill: point.isOpen ? ink.paper : ink.main,
      stroke: ink.main,
      "stroke-width": 1.5,
    }),
  );
  return shape("path", { d, fill: "none", "stroke-linejoin": "round", ...looks[look] }) + marks.join("");
}

function drawBand({ points, look }: Band, { x, y }: At): string {
  const upper = points.map((point) => `${round(x(point.x))} ${round(y(point.high))}`);
  const lower = points.map((point) => `${round(x(point.x))} ${round(y(point.low))}`).toReversed();
  const fill = look === "inner" ? "#a9d5d3" : "#e1f0ee";
  return shape("path", {
    d: `M${[...upper, ...lower].join("L")}Z`,
    fill,
    stroke: ink.middle,
    "stroke-width": 0.75,
  });
}

/** Names at the right ends, moved apart where lines end together. */
function endLabels(lines: readonly Line[], { y }: At, left: number): readonly string[] {
  const ends = lines
    .flatMap((line) => {
      const last = line.points.at(-1);
      return last === undefined
        ? []
        : [{ label: line.label, at: y(last.y) + 4, isMain: line.look === "main" }];
    })
    .toSorted((a, b) => a.at - b.at);
  let lowest = Number.NEGATIVE_INFINITY;
  return ends.map(({ label, at, isMain }) => {
    lowest = Math.max(at, lowest + labelPitch);
    return write(label, { x: left, y: lowest, size: 12, bold: isMain, halo: true });
  });
}
