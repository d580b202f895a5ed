import { each, moment } from "./each-row.ts";

/** What is counted of villages and months, for each person's village. */
export const figureRows = (): readonly string[] => [
  each(
    "app.persons",
    "app.month_figures",
    `jsonb_build_object('group_code', 'worker', 'month', date '2026-11-01', 'counts', '{}'::jsonb, 'counted_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.cohort_figures",
    `jsonb_build_object('joined_month', date '2026-10-01', 'month', date '2026-11-01', 'covered', 1)`,
  ),
  each(
    "app.persons",
    "app.arrival_figures",
    `jsonb_build_object('month', date '2026-11-01', 'day', 14, 'payments', 1)`,
  ),
];
