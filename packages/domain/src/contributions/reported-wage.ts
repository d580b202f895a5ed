import type { Month } from "#time";

/** What a village reported as the wage of an officer, from a month on; whole rupiah a month. */
export type ReportedWage = { readonly from: Month; readonly rupiah: number };

/** The wage of a month by what was reported, oldest first; that of the first report also before it. Undefined without any. */
export function wageIn(wages: readonly ReportedWage[], month: Month): number | undefined {
  return (wages.findLast(({ from }) => from <= month) ?? wages[0])?.rupiah;
}

/** The reports with one more, which takes the place of whatever was said for its month and those after it. */
export function reportWage(wages: readonly ReportedWage[], report: ReportedWage): readonly ReportedWage[] {
  return [...wages.filter(({ from }) => from < report.from), report];
}
