import { drawChart, type DrawnChart } from "#charts";
import { chartsOf } from "./charts-of.ts";
import type { Charted } from "./chart-words.ts";

const known = new WeakMap<Charted["dashboard"]["villages"], Map<string, readonly DrawnChart[]>>();

/** The charts of a page, drawn once for everybody who is told the same of the same counting. */
export function drawnCharts(charted: Charted): readonly DrawnChart[] {
  const { dashboard, language } = charted;
  const { villages, seesPersons, today, place, forecast } = dashboard;
  const ofCounting = known.get(villages) ?? new Map<string, readonly DrawnChart[]>();
  known.set(villages, ofCounting);
  const key = JSON.stringify([language, seesPersons, today, place, forecast]);
  const found = ofCounting.get(key);
  if (found !== undefined) return found;
  const drawn = chartsOf(charted).map((spec) => drawChart(spec, language));
  ofCounting.set(key, drawn);
  return drawn;
}
