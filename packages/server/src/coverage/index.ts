export type { Coverage, CoveredPlace, CoveredVillage } from "./coverage.ts";
export { getPublicCoverage } from "./get-public-coverage.ts";
export { type ExactCoverage, type ExactShare, getVillageCoverage } from "./get-village-coverage.ts";
export { coverageFeature } from "./feature.ts";
export { pastRelease, type PlaceName, publishedRows, type TrueValues, trueValuesOf } from "./release-rows.ts";
export { type Figures, publishFigures } from "./publish-figures.ts";
export {
  findLastOfDay,
  listPublished,
  listReleaseRows,
  lockPublication,
  mapCityFigures,
  type PublishedRow,
  type ReleaseRow,
  type Source,
} from "./release.store.ts";
export { listVillageNames } from "./village-name.view.ts";
