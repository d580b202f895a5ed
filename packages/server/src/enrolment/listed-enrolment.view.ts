import type { Month, CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type EnrolmentState = "ready" | "in-packet" | "sent" | "accepted" | "rejected" | "ended";

export type EnrolmentRow = {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string | null;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly state: EnrolmentState;
  readonly fromMonth: Month;
  readonly acceptedOn: CivilDate | null;
  readonly fundSource: string | null;
  readonly wadah: string | null;
  readonly rejectionReason: string | null;
  readonly version: number;
};

export type EnrolmentChoice = {
  readonly area: Area;
  readonly villageCode: string | null;
  readonly state: EnrolmentState | null;
};

/** Some logins may read some columns only: naming another would fail the whole statement. */
export type EnrolmentColumns = { readonly funding: boolean; readonly names: boolean };

const chosen = ({ area, villageCode, state }: EnrolmentChoice) => sql<boolean>`
  ${enrolmentsWithin(area, "e")} and (${villageCode}::text is null or e.village_code = ${villageCode})
  and (${state}::text is null or e.state = ${state})`;

/** Of a merged person the entry that is kept, where the reader sees it; across a wall of villages the entry itself. */
const kept = sql`coalesce((select k.id from app.persons k where k.id = app.kept_person(e.person_id)), e.person_id)`;

const column = (name: string, isReadable: boolean) => sql.raw(isReadable ? name : "null::text");

export async function listEnrolmentRows(
  tx: Tx,
  choice: EnrolmentChoice,
  { funding, names, limit, offset }: EnrolmentColumns & PageSize,
): Promise<readonly EnrolmentRow[]> {
  const { rows } = await sql<EnrolmentRow>`
    select e.id, p.id as person_id, p.code, ${column("p.full_name", names)} as full_name, e.village_code,
      ${column("p.occupation_group", names)} as occupation_group, e.state, to_char(e.from_month, 'YYYY-MM') as from_month,
      e.accepted_on, ${column("e.fund_source", funding)} as fund_source, ${column("e.wadah", funding)} as wadah,
      ${column("e.rejection_reason", funding)} as rejection_reason, e.version
    from app.enrolments e join app.persons p on p.id = ${kept}
    where ${chosen(choice)} order by e.id desc limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countEnrolmentRows(tx: Tx, choice: EnrolmentChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.enrolments e join app.persons p on p.id = ${kept}
    where ${chosen(choice)}`.execute(tx);
  return rows[0]!.n;
}
