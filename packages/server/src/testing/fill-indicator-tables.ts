import { each, idOf, moment, somebody } from "./each-row.ts";

const cities = "(select distinct region_code, md5(region_code)::uuid as id from app.persons)";
const entered = `'entered_by', ${somebody}, 'entered_role', 'MGR', 'entered_at', ${moment}`;

/** In each city a figure, a target that waits and one that stands, and an estimate with its source. */
export const indicatorRows = (): readonly string[] => [
  each(
    cities,
    "pub.indicator_values",
    `jsonb_build_object('id', ${idOf("value")}, 'series', 'workers-covered', 'place', s.region_code, 'as_of', '2025-06', 'numerator', 1,
      'denominator', 2, 'mark', 'reported', 'source', 'x', 'is_withdrawal', false, ${entered})`,
  ),
  ...["proposed", "standing"].map((state) =>
    each(
      cities,
      "pub.indicator_targets",
      `jsonb_build_object('id', ${idOf(`target ${state}`)}, 'ladder', 'rpjmd', 'year', 2026, 'percent', 50, 'source', 'x', 'mark', 'reported',
        'state', '${state}', 'decided_at', ${state === "standing" ? moment : "null"}, ${entered})`,
    ),
  ),
  each(
    cities,
    "pub.estimate_sources",
    `jsonb_build_object('id', ${idOf("estimate source")}, 'kind', 'employed', 'place', s.region_code, 'low', 1, 'middle', 2, 'high', 3,
      'as_of', '2024', 'mark', 'reported', 'source', 'x', ${entered})`,
  ),
  each(
    cities,
    "pub.estimate_versions",
    `jsonb_build_object('id', ${idOf("estimate")}, 'number', 1, 'low', 1, 'middle', 2, 'high', 3, 'sources', '[]'::jsonb, 'made_by', ${somebody},
      'made_role', 'MGR', 'made_at', ${moment})`,
  ),
  each(
    "app.persons",
    "pub.worker_estimates",
    `jsonb_build_object('version_id', ${idOf("estimate", "md5(s.region_code)::uuid")}, 'low', 1, 'middle', 2, 'high', 3)`,
  ),
];
