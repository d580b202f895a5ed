import { type ChartSize, chartWidths, drawing, ink, shape, widthOf, write } from "./svg.ts";

/** One month: up to three sums, of which the later never stands for more than the earlier should. */
export type ColumnGroup = {
  readonly label: string;
  readonly outline: number;
  readonly light: number | null;
  readonly solid: number;
  /** Still filling: drawn open, so that nobody takes it for a fall. */
  readonly isOpen?: boolean;
};

type Columns = {
  readonly groups: readonly ColumnGroup[];
  readonly names: { readonly outline: string; readonly light: string | null; readonly solid: string };
  readonly format: (value: number) => string;
  readonly summary: string;
};

const height = { narrow: 214, wide: 244 } as const;
const shownOnPhone = 6;

/** Months side by side on one axis from zero. A phone shows the last six; the table has all. */
export function drawColumns({ groups: all, names, format, summary }: Columns, size: ChartSize): string {
  const groups = size === "narrow" ? all.slice(-shownOnPhone) : all;
  const width = chartWidths[size];
  const max = niceMax(
    Math.max(1, ...groups.flatMap(({ outline, light, solid }) => [outline, light ?? 0, solid])),
  );
  const left = Math.max(34, ...[max, max / 2].map((value) => widthOf(format(value), 12) + 14));
  const [top, bottom] = [34, height[size] - 24];
  const y = (value: number) => bottom - (value / max) * (bottom - top);
  const pitch = (width - left) / Math.max(1, groups.length);
  const bar = Math.min(34, pitch * 0.72);
  const every = Math.ceil(58 / pitch);
  return drawing(
    { width, height: height[size], summary },
    ...legend(names),
    ...[0, max / 2, max].map(
      (value) =>
        shape("path", { d: `M${left} ${Math.round(y(value))}H${width}`, stroke: ink.line }) +
        write(format(value), { x: left - 6, y: y(value) + 4, anchor: "end", size: 12, fill: ink.quiet }),
    ),
    ...groups.map((group, at) => {
      const x = left + at * pitch + (pitch - bar) / 2;
      const column = (value: number, inset: number, attributes: Record<string, string>) =>
        shape("rect", {
          x: x + inset,
          y: y(value),
          width: Math.max(2, bar - inset * 2),
          height: bottom - y(value),
          ...attributes,
        });
      const isLabelled = (groups.length - 1 - at) % every === 0;
      return [
        column(group.outline, 0, { fill: ink.paper, stroke: ink.edge }),
        group.light === null ? "" : column(group.light, 2, { fill: ink.light }),
        column(
          group.solid,
          bar * 0.26,
          group.isOpen ? { fill: ink.paper, stroke: ink.main } : { fill: ink.main },
        ),
        isLabelled
          ? write(group.label, {
              x: Math.min(x + bar / 2, width - widthOf(group.label, 12) / 2),
              y: height[size] - 6,
              anchor: "middle",
              size: 12,
              fill: ink.quiet,
            })
          : "",
      ].join("");
    }),
  );
}

function legend(names: Columns["names"]): readonly string[] {
  const entries = [
    [names.outline, { fill: ink.paper, stroke: ink.edge }],
    ...(names.light === null ? [] : [[names.light, { fill: ink.light }] as const]),
    [names.solid, { fill: ink.main }],
  ] as const;
  let x = 1;
  return entries.map(([name, attributes]) => {
    const at = x;
    x += 20 + widthOf(name, 12) + 8;
    return (
      shape("rect", { x: at, y: 4, width: 12, height: 12, ...attributes }) +
      write(name, { x: at + 17, y: 15, size: 12 })
    );
  });
}

/** The next number of the kind 1, 2, 4, 5, 8 × 10ⁿ. */
export function niceMax(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
