export type { RegionValue } from "./region-value.ts";
export { ChartFigure, type ChartNoteShown, sayCell } from "./chart-figure.tsx";
export {
  type ChartCell,
  type ChartColumn,
  type ChartSpec,
  type ChartTable,
  drawChart,
  type DrawnChart,
} from "./chart-spec.ts";
export { type BarRow, drawBars } from "./draw-bars.ts";
export { type ColumnGroup, drawColumns, niceMax } from "./draw-columns.ts";
export { type DotRow, drawDots, drawStrip } from "./draw-dots.ts";
export { drawHeat, type HeatRow } from "./draw-heat.ts";
export { type Band, drawLines, type Line } from "./draw-lines.ts";
export { RankedDots, type RankedRow } from "./ranked-dots.tsx";
export { drawShareCard } from "./share-card.ts";
export type { ChartSize } from "./svg.ts";
export { TileMap } from "./tile-map.tsx";
export { VillageMap } from "./village-map.tsx";
export { Trend } from "./trend.tsx";
export { TrendTable } from "./trend-table.tsx";
export type { TrendData } from "./trend-scale.ts";
export type { TrendWords } from "./trend-drawing.tsx";
export { Paths, yearEnds } from "./paths.tsx";
