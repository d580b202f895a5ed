export { forecastFinding, trendOf, trendWords } from "./forecast-trend.ts";
export { eventNote, TrendEvents } from "./trend-events.tsx";
