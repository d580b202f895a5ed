export type { RegionValue } from "./region-value.ts";
export { RankedDots, type RankedRow } from "./ranked-dots.tsx";
export { TileMap } from "./tile-map.tsx";
export { VillageMap } from "./village-map.tsx";
