export type { RegionValue } from "./region-value.ts";
export { RankedDots, type RankedRow } from "./ranked-dots.tsx";
export { TileMap } from "./tile-map.tsx";
export { VillageMap } from "./village-map.tsx";
export { Trend } from "./trend.tsx";
export { TrendTable } from "./trend-table.tsx";
export type { TrendData } from "./trend-scale.ts";
export type { TrendWords } from "./trend-drawing.tsx";
export { Paths, yearEnds } from "./paths.tsx";
