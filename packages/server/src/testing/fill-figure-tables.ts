import { each, idOf, moment, somebody } from "./each-row.ts";

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
  each(
    "app.persons",
    "app.forecasts",
    `jsonb_build_object('area_code', s.village_code, 'from_month', date '2026-10-01', 'fingerprint', 'x', 'answer', '{}'::jsonb,
      'computed_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.trend_events",
    `jsonb_build_object('kind', 'budget', 'month', date '2026-10-01', 'number', 1, 'year', 2027)`,
  ),
  each(
    "(select distinct region_code from app.persons)",
    "app.scenarios",
    `jsonb_build_object('id', ${idOf("scenario", "s.region_code")}, 'code', 'RC-2222-22', 'title', 'Rencana', 'recipe', '{}'::jsonb,
      'result', '{}'::jsonb, 'made_by', ${somebody}, 'made_role', 'MGR', 'made_at', ${moment}, 'version', 1)`,
  ),
  each(
    "app.persons",
    "app.dashboard_counts",
    `jsonb_build_object('topic', 'waits', 'counts', '{}'::jsonb, 'counted_at', ${moment}, 'counting', gen_random_uuid())`,
  ),
  each(
    "app.persons",
    "app.chart_notes",
    `jsonb_build_object('chart', 'tren', 'text', 'Naik setelah rakor', 'written_by', gen_random_uuid(), 'written_role', 'MGR', 'written_at', ${moment})`,
  ),
  each(
    "(select distinct region_code from app.persons)",
    "app.release_drafts",
    `jsonb_build_object('id', ${idOf("draft", "s.region_code")}, 'month', date '2026-10-01', 'state', 'prepared', 'figures', '{}'::jsonb,
      'tables', '[]'::jsonb, 'attacks', '[]'::jsonb, 'bases_sealed', '\\x01', 'prepared_at', ${moment}, 'version', 1)`,
  ),
];
