export { planningFeature } from "./feature.ts";
export {
  type CoverageTarget,
  type ForecastArea,
  forecastOf,
  getForecast,
  type ShownForecast,
} from "./forecast-of.ts";
export { getPlan, type PlanAnswer, type Planned, type PlanRefusal, type WrittenInputs } from "./get-plan.ts";
export {
  compareScenarios,
  getScenario,
  listScenarios,
  type OpenedScenario,
  type ScenarioListed,
} from "./get-scenario.ts";
export type { PlanBasis, PlanPriceRule } from "./plan-baseline.ts";
export { ensurePlanningSettings } from "./planning-settings.ts";
export { refreshForecasts } from "./refresh-forecasts.ts";
export { refreshTrendEvents } from "./refresh-trend-events.ts";
export {
  changeScenario,
  type ChangeScenarioOutcome,
  saveScenario,
  type SaveOutcome,
  type TitleReason,
} from "./save-scenario.ts";
