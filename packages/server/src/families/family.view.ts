import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin, placeWithin } from "#access";
import type { Tx } from "#database";

/** A household with what the register says of its breadwinner, as far as the reader's login sees the register. */
export type HouseholdRow = {
  readonly id: string;
  readonly villageCode: string;
  readonly personId: string;
  readonly disputedAt: Date | null;
  readonly lostOn: CivilDate | null;
  readonly personCode: string | null;
  readonly fullName: string | null;
  readonly birthDate: CivilDate | null;
};

export type HouseholdsBy =
  | { readonly personCode: string }
  | { readonly personIds: readonly string[] }
  | { readonly childCode: string }
  | { readonly childIds: readonly string[] }
  /** Of those who died or will have. */
  | "bereaved"
  | "all";

function which(area: Area, by: HouseholdsBy) {
  if (by === "all") return sql`true`;
  if (by === "bereaved") return sql`app.lost_on(h.person_id) is not null`;
  if ("personCode" in by)
    return sql`h.person_id in (select a.id from app.all_of_persons(array[app.person_of_code(${area.regionCode}, ${by.personCode})]) a)`;
  if ("personIds" in by)
    return sql`h.person_id in (select a.id from app.all_of_persons((select array_agg(k.kept_id) from app.kept_persons(${by.personIds}::uuid[]) k)) a)`;
  if ("childIds" in by)
    return sql`h.id in (select m.household_id from app.household_members m where m.id = any(${by.childIds}::uuid[]))`;
  return sql`h.id in (select m.household_id from app.household_members m join app.family_children c on c.member_id = m.id
    where c.region_code = ${area.regionCode} and c.code = ${by.childCode})`;
}

/** A branch sees the families of whom it was sent; everybody else those of the own place. */
const familiesWithin = (area: Area) =>
  area.branch === null
    ? placeWithin(area, "h")
    : sql<boolean>`exists (select from app.persons s where s.id = app.kept_person(h.person_id) and ${personsWithin(area, "s")})`;

/** Households of the area; held until the transaction ends where one is going to change. */
export async function listHouseholds(
  tx: Tx,
  area: Area,
  by: HouseholdsBy,
  hold: "hold" | "look" = "look",
): Promise<readonly HouseholdRow[]> {
  const { rows } = await sql<HouseholdRow>`
    select h.id, h.village_code, h.person_id, h.disputed_at, app.lost_on(h.person_id) as lost_on, p.code as person_code, p.full_name,
      p.birth_date
    from app.households h left join app.persons p on p.id = app.kept_person(h.person_id)
    where h.region_code = ${area.regionCode} and ${familiesWithin(area)} and ${which(area, by)} order by h.id
    ${hold === "hold" ? sql`for update of h` : sql``}`.execute(tx);
  return rows;
}

export type Breadwinner = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly birthDate: CivilDate | null;
};

/** A worker of the area by the worker's code. */
export async function findBreadwinner(tx: Tx, area: Area, code: string): Promise<Breadwinner | undefined> {
  const { rows } = await sql<Breadwinner>`
    select p.id, p.code, p.full_name, p.village_code, p.birth_date from app.persons p
    where p.id = app.person_of_code(${area.regionCode}, ${code}) and p.withdrawn_at is null and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}
