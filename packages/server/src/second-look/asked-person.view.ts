import { sql } from "kysely";
import { type Area, personsWithin, placeWithin } from "#access";
import type { Tx } from "#database";
import { type JudgedColumns, programme } from "#eligibility";
import type { PageSize } from "#use-case";

export type AskedPerson = JudgedColumns & {
  readonly kecamatanCode: string;
  readonly occupationText: string | null;
};

/** Whoever is withdrawn has no judgement. */
const asked = (area: Area) => sql`
  from app.judgements j where ${placeWithin(area, "j")} and j.programme = ${programme}
    and j.reasons @> '[{"code": "fact-missing", "fact": "second-look"}]'::jsonb`;

const columns = sql`p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.occupation_group, p.occupation_text,
  p.birth_date`;

export async function countAsked(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${asked(area)}`.execute(tx);
  return rows[0]!.n;
}

/** By name: the order tells nothing of need. */
export async function listAsked(tx: Tx, area: Area, part: PageSize): Promise<readonly AskedPerson[]> {
  const { rows } = await sql<AskedPerson>`
    select ${columns} from app.persons p where p.id = any(array(select j.person_id ${asked(area)})) and p.withdrawn_at is null
    order by p.full_name, p.id limit ${part.limit} offset ${part.offset}`.execute(tx);
  return rows;
}

/** Held until the transaction ends. `isAsked` is false for whoever is in sight and needs no look. */
export async function findPerson(
  tx: Tx,
  area: Area,
  code: string,
): Promise<(AskedPerson & { readonly isAsked: boolean }) | undefined> {
  const { rows } = await sql<AskedPerson & { isAsked: boolean }>`
    select ${columns}, p.id in (select j.person_id ${asked(area)}) as is_asked
    from app.persons p where p.id = app.person_of_code(${area.regionCode}, ${code}) and p.withdrawn_at is null and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}
