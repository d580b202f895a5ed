export { editDistance } from "./edit-distance.ts";
export {
  ancestorOf,
  isWithin,
  levelOfRegion,
  parseRegionCode,
  type RegionCode,
  type RegionLevel,
} from "./region-code.ts";
export { isVillage, kindOfCode, region, type Region, type RegionKind } from "./region.ts";
export { resolveVillage, type VillageAnswer, type VillageScope } from "./resolve-village.ts";
