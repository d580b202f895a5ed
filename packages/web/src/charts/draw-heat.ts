import { bandOf } from "./region-value.ts";
import { type ChartSize, chartWidths, drawing, fit, ink, shape, write } from "./svg.ts";

export type HeatRow = { readonly label: string; readonly cells: readonly (number | null)[] };

type Heat = {
  readonly rows: readonly HeatRow[];
  readonly columns: readonly string[];
  readonly summary: string;
};

const fills = ["#e1f0ee", "#a9d5d3", "#5fb0b5", "#22808f", "#0c4757"] as const;
const shownOnPhone = 3;
const pitch = 30;

/** A square for each place and month, with its number in it; hatched where there is none. A phone shows three months. */
export function drawHeat({ rows, columns, summary }: Heat, size: ChartSize): string {
  const months = size === "narrow" ? columns.slice(-shownOnPhone) : columns;
  const width = chartWidths[size];
  const cell = size === "narrow" ? 48 : Math.min(40, (width - 150) / Math.max(1, months.length));
  const left = width - cell * months.length;
  const heads = months.map((month, at) =>
    write(size === "wide" ? month.slice(0, 3) : month, {
      x: left + cell * (at + 0.5),
      y: 16,
      anchor: "middle",
      size: 12,
      fill: ink.quiet,
    }),
  );
  const drawn = rows.map((row, line) => {
    const top = 24 + line * pitch;
    const values = row.cells.slice(-months.length);
    return [
      write(fit(row.label, left - 8), { x: 0, y: top + 19 }),
      ...values.map((value, at) => heatCell(value, { x: left + cell * at, y: top, width: cell - 2 })),
    ].join("");
  });
  return drawing({ width, height: 26 + rows.length * pitch, summary }, ...heads, ...drawn);
}

function heatCell(
  value: number | null,
  at: { readonly x: number; readonly y: number; readonly width: number },
): string {
  const box = { ...at, height: pitch - 2 };
  if (value === null)
    return (
      shape("rect", { ...box, fill: ink.track, stroke: "#cbc3b5", "stroke-dasharray": "3 3" }) +
      write("–", { x: at.x + at.width / 2, y: at.y + 19, anchor: "middle", fill: ink.quiet })
    );
  const band = bandOf(value);
  return (
    shape("rect", { ...box, fill: fills[band] }) +
    write(String(Math.round(value)), {
      x: at.x + at.width / 2,
      y: at.y + 19,
      anchor: "middle",
      fill: band > 2 ? ink.paper : ink.text,
    })
  );
}
