import { type RawBuilder, sql } from "kysely";

/** A column names this worker, or an entry of the register that was merged into the same one; an index of the column serves. */
export const ofPerson = (column: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${column} in (select a.id from app.all_of_persons(array[app.kept_person(${id})]) a)`;

/** The case of a death, whatever became of it; one whose report was not true is none. */
export const isDeath = (alias: string): RawBuilder<boolean> => {
  const of = (name: string) => sql.raw(`${alias}.${name}`);
  return sql<boolean>`${of("kind")} <> 'work-accident' and ${of("state")} <> 'withdrawn'`;
};
