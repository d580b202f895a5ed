import { namesAlike } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type ReportedPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  readonly occupationGroup: string | null;
};

const columns = sql`p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.died_on, p.occupation_group`;

type By = { readonly id: string } | { readonly code: string } | { readonly cardCode: string };

function which(area: Area, by: By) {
  if ("id" in by) return sql`p.id = app.kept_person(${by.id}::uuid)`;
  if ("code" in by) return sql`p.id = app.person_of_code(${area.regionCode}, ${by.code})`;
  return sql`p.id in (select app.kept_person(c.person_id) from app.worker_cards c where c.region_code = ${area.regionCode} and c.code = ${by.cardCode})`;
}

/** A worker of the area, by the worker's code or by the code of a card, a replaced one too. */
export async function findReported(tx: Tx, area: Area, by: By): Promise<ReportedPerson | undefined> {
  const { rows } = await sql<ReportedPerson>`
    select ${columns} from app.persons p where ${which(area, by)} and p.withdrawn_at is null and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}

const alikeEnough = 0.5;
const most = 5;

/** Workers of a village whose names are like the one that was told, the likest first: to be looked at, never taken by itself. */
export async function listAlike(
  tx: Tx,
  area: Area,
  { villageCode, name }: { readonly villageCode: string; readonly name: string },
): Promise<readonly ReportedPerson[]> {
  const { rows } = await sql<ReportedPerson>`
    select ${columns} from app.persons p where p.village_code = ${villageCode} and p.withdrawn_at is null
      and ${personsWithin(area, "p")}`.execute(tx);
  return rows
    .map((person) => ({ person, alike: namesAlike(name, person.fullName) }))
    .filter(({ alike }) => alike >= alikeEnough)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ person }) => person);
}

/** The workers of these enrolments, each with the enrolment. */
export async function listAnsweredDead(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<readonly (ReportedPerson & { readonly enrolmentId: string })[]> {
  const { rows } = await sql<ReportedPerson & { readonly enrolmentId: string }>`
    select e.id as enrolment_id, ${columns} from app.enrolments e join app.persons p on p.id = app.kept_person(e.person_id)
    where e.id = any(${enrolmentIds}::uuid[]) and p.withdrawn_at is null order by e.id`.execute(tx);
  return rows;
}
