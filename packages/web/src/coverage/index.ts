export { BesideFigure } from "./beside-figure.tsx";
export { Definition } from "./definition.tsx";
export { loadCoverage, publicHeaders, type LoadedCoverage } from "./load-coverage.ts";
export { rangeText } from "./range-text.ts";
export { SilentPlaces } from "./silent-places.tsx";
export type { VillageRow } from "./village-rows.ts";
