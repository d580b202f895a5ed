export {
  backTest,
  backTestOf,
  type BackTest,
  type Errors,
  fewestObservations,
  noTotals,
  startsOf,
  testedAhead,
  tryStart,
} from "./back-test.ts";
export {
  type AreaForecast,
  type CityForecast,
  type FanMonth,
  forecastCity,
  forecastVillages,
  type NoFan,
} from "./forecast-of.ts";
export { type ForecastPlace, historiesOf } from "./from-figures.ts";
export { distinctObservations, type ObservedMonth, type VillageHistory } from "./history.ts";
export { paceHorizon, paceMonths, paceOf, requiredPace, type RequiredPace, whenEveryone } from "./pace.ts";
export { type Band, type HitShare, hitShare } from "./quantiles.ts";
export { festiveMonths, type Season } from "./season.ts";
export {
  defaultForecastRule,
  type ForecastRule,
  type ForecastTerms,
  forecastVersion,
  prepareForecast,
  simulateVillage,
} from "./simulate.ts";
