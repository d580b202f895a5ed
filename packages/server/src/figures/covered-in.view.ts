import { firstDay, type Month } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";

/** Whether the letters of a worker (`cover_states` as `c`) say that a month is paid: the ones that `foldMonths` counts as covered. */
export const isCoveredIn = (
  month: Month,
): RawBuilder<boolean> => sql<boolean>`(c.marks_from <= ${firstDay(month)}::date
  and substr(c.marks, (extract(year from age(${firstDay(month)}::date, c.marks_from)) * 12
    + extract(month from age(${firstDay(month)}::date, c.marks_from)))::int + 1, 1) in ('C', 'c'))`;
