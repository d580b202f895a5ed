import type { CoverState } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type CoverPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  readonly birthDate: CivilDate | null;
  readonly diedOn: CivilDate | null;
  readonly movedOn: CivilDate | null;
};

export async function findCoverPerson(tx: Tx, area: Area, code: string): Promise<CoverPerson | undefined> {
  const { rows } = await sql<CoverPerson>`
    select id, code, full_name, village_code, kecamatan_code, occupation_group, birth_date, died_on, moved_on
    from app.persons p where code = ${code} and withdrawn_at is null and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}

export type CoverRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly state: CoverState;
  readonly asOf: CivilDate;
  readonly coveredFrom: CivilDate | null;
  readonly paidUntil: CivilDate | null;
  readonly fullDeathBenefitFrom: CivilDate | null;
  readonly safeRescueDay: CivilDate | null;
  readonly lastRescueDay: CivilDate | null;
  readonly endsOn: CivilDate | null;
};

type Choice = { readonly area: Area; readonly villageCode: string | null; readonly state: CoverState | null };

/** Those who lapse first stand first. Only columns that every login with a list may read. */
export async function listCoverRows(
  tx: Tx,
  choice: Choice & { readonly limit: number; readonly offset: number },
): Promise<readonly CoverRow[]> {
  const { rows } = await sql<CoverRow>`
    select c.person_id, p.code, p.full_name, p.village_code,
      p.occupation_group, c.state, c.as_of, c.covered_from,
      c.paid_until, c.full_death_benefit_from, c.safe_rescue_day, c.last_rescue_day,
      c.ends_on
    from app.cover_states c join app.persons p on p.id = c.person_id and p.withdrawn_at is null
    where ${personsWithin(choice.area, "p")} and (${choice.villageCode}::text is null or c.village_code = ${choice.villageCode})
      and (${choice.state}::text is null or c.state = ${choice.state})
    order by c.last_rescue_day nulls last, p.code limit ${choice.limit} offset ${choice.offset}`.execute(tx);
  return rows;
}

export async function countCoverStates(
  tx: Tx,
  choice: Choice,
): Promise<readonly { readonly state: CoverState; readonly count: number }[]> {
  const { rows } = await sql<{ state: CoverState; count: number }>`
    select c.state, count(*)::int as count
    from app.cover_states c join app.persons p on p.id = c.person_id and p.withdrawn_at is null
    where ${personsWithin(choice.area, "p")} and (${choice.villageCode}::text is null or c.village_code = ${choice.villageCode})
    group by c.state order by c.state`.execute(tx);
  return rows;
}
