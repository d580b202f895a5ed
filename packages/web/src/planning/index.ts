export { forecastFinding, trendOf, trendWords } from "./forecast-trend.ts";
