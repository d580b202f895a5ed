export { getCity, type City, packFolder, type Tile } from "./city-pack.ts";
export { ensureRegions } from "./ensure-regions.ts";
export { listRegions, placeOf, villageReader } from "./list-regions.ts";
export { regionsFeature } from "./feature.ts";
