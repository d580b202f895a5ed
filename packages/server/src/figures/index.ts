export { isCoveredIn } from "./covered-in.view.ts";
export { figuresFeature } from "./feature.ts";
export { listArrivals, listCohorts, listMonthFigures } from "./list-figures.ts";
export { refreshFigures } from "./refresh-figures.ts";
