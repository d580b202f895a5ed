export {
  backTest,
  backTestOf,
  type BackTest,
  type Errors,
  noTotals,
  startsOf,
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
export type { ObservedMonth, VillageHistory } from "./history.ts";
export { requiredPace, type RequiredPace, whenEveryone, yearAfterPaceHorizon } from "./pace.ts";
export type { Band, HitShare } from "./quantiles.ts";
export type { Season } from "./season.ts";
export {
  type ForecastRule,
  type ForecastTerms,
  forecastVersion,
  prepareForecast,
  simulateVillage,
} from "./simulate.ts";
export { markEvents, type TrendEvent, type TrendEventKind, type TrendMark } from "./trend-events.ts";
