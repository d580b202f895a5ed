import { each, idOf, moment, somebody } from "./each-row.ts";

const cities = "(select distinct region_code from app.persons)";

/** In each city one release that was counted, for each person a count of its village and a decision on a work list. */
export const targetingRows = (): readonly string[] => [
  each(
    cities,
    "app.targeting_releases",
    `jsonb_build_object('id', ${idOf("release", "s.region_code")}, 'batch_id', gen_random_uuid(), 'as_of', date '2026-11-20', 'counted_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.targeting_counts",
    `jsonb_build_object('release_id', ${idOf("release", "s.region_code")}, 'side', 'register', 'dimension', 'work', 'value', 'works',
      'decile_from', 2, 'decile_to', 2, 'people', 12, 'listed', 6, 'covered', 4, 'variance', 0, 'asked', 0, 'asked_expected', 0, 'unlinked', 6)`,
  ),
  each(
    "app.persons",
    "app.targeting_decisions",
    `jsonb_build_object('id', ${idOf("targeting")}, 'side', 'left-out', 'record_id', gen_random_uuid(), 'decision', 'invited',
      'decided_by', ${somebody}, 'decided_role', 'DAT', 'decided_at', ${moment})`,
  ),
];
