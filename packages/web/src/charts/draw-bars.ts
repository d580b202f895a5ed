import { type ChartSize, chartWidths, drawing, ink, lineHeight, needsOwnLine, shape, write } from "./svg.ts";

export type BarRow = {
  readonly label: string;
  /** Finished words beside the bar. */
  readonly text: string;
  readonly value: number;
  /** An outlined bar around the others: what was promised, or ever came so far. */
  readonly outline?: number;
  /** A lighter bar behind the solid one. */
  readonly light?: number;
  /** A line across: what is needed. */
  readonly tick?: number;
  readonly tone?: "main" | "gold" | "warn";
};

type Bars = { readonly rows: readonly BarRow[]; readonly max: number; readonly summary: string };

const pitch = 44;

/** One row for each thing: its name and its number in words, and beneath them bars from zero on one scale. */
export function drawBars({ rows, max, summary }: Bars, size: ChartSize): string {
  const width = chartWidths[size];
  const scale = (value: number) => (max <= 0 ? 0 : (Math.max(0, Math.min(value, max)) / max) * width);
  let end = 0;
  const drawn = rows.map((row) => {
    const top = end + (needsOwnLine(row, width) ? lineHeight : 0);
    end = top + pitch;
    return [
      write(row.label, { x: 0, y: (needsOwnLine(row, width) ? top - lineHeight : top) + 14 }),
      write(row.text, { x: width, y: top + 14, anchor: "end", bold: true }),
      ...bars(row, { top: top + 20, scale, track: width }),
    ].join("");
  });
  return drawing({ width, height: Math.max(pitch, end), summary }, ...drawn);
}

type Placed = { readonly top: number; readonly track: number; readonly scale: (value: number) => number };

const tones = { main: ink.main, gold: ink.gold, warn: ink.warn } as const;

function bars(row: BarRow, { top, track, scale }: Placed): readonly string[] {
  const rect = (value: number, attributes: Record<string, string | number>) =>
    shape("rect", {
      x: 0.5,
      y: top,
      height: 16,
      width: Math.max(value > 0 ? 1.5 : 0, scale(value) - 1),
      ...attributes,
    });
  return [
    shape("rect", { x: 0, y: top, width: track, height: 16, fill: ink.track }),
    ...(row.outline === undefined ? [] : [rect(row.outline, { fill: ink.paper, stroke: ink.edge })]),
    ...(row.light === undefined ? [] : [rect(row.light, { fill: ink.light, y: top + 2, height: 12 })]),
    rect(row.value, { fill: tones[row.tone ?? "main"], y: top + 4, height: 8 }),
    ...(row.tick === undefined
      ? []
      : [
          shape("rect", {
            x: Math.max(0, scale(row.tick) - 2.5),
            y: top - 2,
            width: 2.5,
            height: 20,
            fill: ink.text,
          }),
        ]),
  ];
}
