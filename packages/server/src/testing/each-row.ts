/** For each row of the source one row of the target: what has the same name is taken over, the rest is in the values. */
export const each = (source: string, target: string, values: string): string => `
  insert into ${target} select t.* from ${source} as s
    cross join lateral jsonb_populate_record(null::${target}, to_jsonb(s) || ${values}) as t on conflict do nothing`;

/** The id of the one row of a table that stands for this source row, so that other rows can name it. */
export const idOf = (table: string, of = "s.id"): string => `md5('${table}' || ${of})::uuid`;

/** A code as persons read it aloud, of this source row. */
export const codeOf = (table: string, length = 12): string =>
  `upper(left(translate(md5('${table}' || s.id::text), '01abe', '23456'), ${length}))`;

/** Somebody of the city, and the moment at which the tests begin. */
export const somebody = "gen_random_uuid()";
export const moment = "timestamptz '2026-11-20 02:00:00Z'";
