import { type App, part } from "#app";
import type { Family } from "./load-family.ts";

/** Whether each worker's death brings scholarships, by cover and cause; absent of whom no death is known, by worker. */
export type ScholarshipRights = ReadonlyMap<string, boolean>;

export const scholarshipRightSources =
  part<(app: App, personIds: readonly string[]) => Promise<ScholarshipRights>>("scholarship-rights");

/** The rights of these families, for their calendars. */
export async function rightsFor(
  app: App,
  families: readonly Pick<Family, "row">[],
): Promise<ScholarshipRights> {
  const bereaved = families.flatMap(({ row }) => (row.lostOn === null ? [] : [row.personId]));
  if (bereaved.length === 0) return new Map();
  return (await scholarshipRightSources.all(app.features).at(-1)?.(app, bereaved)) ?? new Map();
}

/** While no case says otherwise sums are shown as what they would be. */
export const bringsScholarship = (rights: ScholarshipRights, { row }: Pick<Family, "row">): boolean =>
  rights.get(row.personId) ?? true;
