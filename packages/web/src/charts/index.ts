export type { RegionValue } from "./region-value.ts";
export { RankedDots, type RankedRow } from "./ranked-dots.tsx";
export { TileMap } from "./tile-map.tsx";
export { TrendLine, type TrendPoint } from "./trend-line.tsx";
export { VillageMap } from "./village-map.tsx";
