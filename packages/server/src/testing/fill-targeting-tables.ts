import { each, idOf, moment, somebody } from "./each-row.ts";

const cities = "(select distinct region_code from app.persons)";

/** In each city one release that was counted, for each person a count of its village and a decision on a work list. */
export const targetingRows = (): readonly string[] => [
  ...sampleRows(),
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
    "(select distinct region_code from app.persons)",
    "app.targeting_watches",
    `jsonb_build_object('batch_id', ${idOf("watch", "s.region_code")}, 'repeated', 2, 'missing', 0, 'fresh', 1, 'is_whole', true,
      'compared_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.targeting_changes",
    `jsonb_build_object('id', ${idOf("change")}, 'batch_id', ${idOf("watch", "s.region_code")}, 'kind', 'decile', 'direction', 'within',
      'record_id', gen_random_uuid(), 'person_id', s.id)`,
  ),
  each(
    "app.persons",
    "app.targeting_change_decisions",
    `jsonb_build_object('id', ${idOf("change decision")}, 'batch_id', ${idOf("watch", "s.region_code")}, 'kind', 'decile', 'direction', 'within',
      'verdict', 'register-right', 'count', 1, 'decided_by', ${somebody}, 'decided_role', 'DAT', 'decided_at', ${moment})`,
  ),
  each(
    "app.source_records",
    "app.register_listings",
    `jsonb_build_object('record_id', s.id, 'batch_id', gen_random_uuid(), 'listed_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.targeting_decisions",
    `jsonb_build_object('id', ${idOf("targeting")}, 'side', 'left-out', 'record_id', gen_random_uuid(), 'decision', 'invited',
      'decided_by', ${somebody}, 'decided_role', 'DAT', 'decided_at', ${moment})`,
  ),
];

const sampleRows = (): readonly string[] => [
  each(
    cities,
    "app.link_samples",
    `jsonb_build_object('id', ${idOf("link sample", "s.region_code")}, 'kind', 'dtsen', 'seed', 'x', 'model', 'x', 'per_band', 1,
      'drawn_by', ${somebody}, 'drawn_role', 'DAT', 'drawn_at', ${moment})`,
  ),
  each(
    cities,
    "app.link_sample_bands",
    `jsonb_build_object('sample_id', ${idOf("link sample", "s.region_code")}, 'band', 'sure', 'size', 1)`,
  ),
  each(
    "app.persons",
    "app.link_sample_pairs",
    `jsonb_build_object('id', ${idOf("sample pair")}, 'sample_id', ${idOf("link sample", "s.region_code")}, 'band', 'sure', 'person_id', s.id,
      'record_id', gen_random_uuid(), 'probability', 1)`,
  ),
];
