import { type ChartSize, chartWidths, drawing, ink, lineHeight, needsOwnLine, shape, write } from "./svg.ts";

export type DotRow = {
  readonly label: string;
  readonly text: string;
  /** Null: not told. */
  readonly percent: number | null;
  readonly before: number | null;
};

const pitch = 40;

/** One row for each thing on a track from 0 to 100 %: now filled, before hollow, the change between them. */
export function drawDots(
  {
    rows,
    reference,
    summary,
  }: { readonly rows: readonly DotRow[]; readonly reference: number | null; readonly summary: string },
  size: ChartSize,
): string {
  const width = chartWidths[size];
  const [from, until] = [6, width - 6];
  const x = (percent: number) => from + (percent / 100) * (until - from);
  let end = 0;
  const drawn = rows.map((row) => {
    const isLong = needsOwnLine(row, width);
    const top = end + (isLong ? lineHeight : 0);
    end = top + pitch;
    const y = top + 27;
    return [
      write(row.label, { x: 0, y: (isLong ? top - lineHeight : top) + 14 }),
      write(row.text, { x: width, y: top + 14, anchor: "end", bold: true }),
      shape("path", { d: `M${from} ${y}H${until}`, stroke: ink.line, "stroke-width": 2 }),
      reference === null
        ? ""
        : shape("path", {
            d: `M${Math.round(x(reference))} ${y - 8}v16`,
            stroke: ink.text,
            "stroke-dasharray": "3 3",
          }),
      ...marks(row, { x, y }),
    ].join("");
  });
  return drawing({ width, height: Math.max(pitch, end), summary }, ...drawn);
}

function marks(
  { percent, before }: DotRow,
  { x, y }: { readonly x: (percent: number) => number; readonly y: number },
): readonly string[] {
  if (percent === null) return [];
  const now = shape("circle", { cx: x(percent), cy: y, r: 5.5, fill: ink.main });
  if (before === null) return [now];
  return [
    shape("path", {
      d: `M${Math.round(x(before))} ${y}H${Math.round(x(percent))}`,
      stroke: ink.main,
      "stroke-width": 2,
    }),
    shape("circle", { cx: x(before), cy: y, r: 4.5, fill: ink.paper, stroke: ink.main, "stroke-width": 2 }),
    now,
  ];
}

type Strip = {
  readonly values: readonly number[];
  readonly max: number;
  readonly lines: readonly { readonly at: number; readonly label: string }[];
  readonly format: (value: number) => string;
  readonly summary: string;
};

const radius = 4.5;

/** A dot for each value on one axis, stacked where they meet; lines across with their names. */
export function drawStrip({ values, max, lines, format, summary }: Strip, size: ChartSize): string {
  const width = chartWidths[size];
  const [left, right, floor] = [8, width - 16, 150];
  const x = (value: number) => left + (Math.min(value, max) / max) * (right - left);
  const columnOf = (value: number) => Math.round(x(value) / (radius * 2));
  const columns = [...Map.groupBy(values, columnOf).values()];
  const tallest = Math.max(1, ...columns.map(({ length }) => length));
  // Where many fall together they overlap rather than leave the picture.
  const step = Math.min(radius * 2.1, (floor - 8 - radius) / tallest);
  const taken = new Map<number, number>();
  const dots = values.map((value) => {
    const column = columnOf(value);
    const stacked = taken.get(column) ?? 0;
    taken.set(column, stacked + 1);
    return shape("circle", {
      cx: column * radius * 2,
      cy: floor - 8 - stacked * step,
      r: radius,
      fill: ink.main,
      "fill-opacity": 0.85,
    });
  });
  return drawing(
    { width, height: 184, summary },
    shape("path", { d: `M${left} ${floor}H${right}`, stroke: ink.edge }),
    ...[0, max / 2, max].map((value) =>
      write(format(value), {
        x: x(value),
        y: floor + 20,
        anchor: value === 0 ? "start" : value === max ? "end" : "middle",
        size: 12,
        fill: ink.quiet,
      }),
    ),
    ...dots,
    ...lines.map(({ at, label }, n) => {
      const isRight = x(at) > width / 2;
      return (
        shape("path", {
          d: `M${Math.round(x(at))} ${20 + n * 18}V${floor}`,
          stroke: ink.text,
          "stroke-dasharray": n === 0 ? undefined : "4 4",
        }) +
        write(label, {
          x: x(at) + (isRight ? -6 : 6),
          y: 30 + n * 18,
          anchor: isRight ? "end" : "start",
          size: 12,
          bold: n === 0,
          halo: true,
        })
      );
    }),
  );
}
