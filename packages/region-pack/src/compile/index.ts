export { buildRegionPack, type RegionPackSummary } from "./build-region-pack.ts";
