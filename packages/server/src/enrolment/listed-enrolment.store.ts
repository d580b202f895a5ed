import type { Month, CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Role } from "#app";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";

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

type Choice = {
  readonly area: Area;
  readonly villageCode: string | null;
  readonly state: EnrolmentState | null;
  readonly limit: number;
  readonly offset: number;
};

/** Logins that may read some columns only: naming another would fail the whole statement. */
const withoutFunding: readonly Role[] = ["SPN"];
const withoutNames: readonly Role[] = ["FIN"];

export async function listEnrolmentRows(
  tx: Tx,
  role: Role,
  choice: Choice,
): Promise<readonly EnrolmentRow[]> {
  const nothing = sql.raw("null::text");
  const funding = withoutFunding.includes(role)
    ? { fundSource: nothing, wadah: nothing, reason: nothing }
    : {
        fundSource: sql.raw("e.fund_source"),
        wadah: sql.raw("e.wadah"),
        reason: sql.raw("e.rejection_reason"),
      };
  const person = withoutNames.includes(role)
    ? { name: nothing, occupation: nothing }
    : { name: sql.raw("p.full_name"), occupation: sql.raw("p.occupation_group") };
  const { rows } = await sql<EnrolmentRow>`
    select e.id, p.id as person_id, p.code, ${person.name} as full_name, e.village_code,
      ${person.occupation} as occupation_group, e.state, to_char(e.from_month, 'YYYY-MM') as from_month,
      e.accepted_on, ${funding.fundSource} as fund_source, ${funding.wadah} as wadah,
      ${funding.reason} as rejection_reason, e.version
    from app.enrolments e join app.persons p on p.id = e.person_id
    where ${enrolmentsWithin(choice.area, "e")} and (${choice.villageCode}::text is null or e.village_code = ${choice.villageCode})
      and (${choice.state}::text is null or e.state = ${choice.state})
    order by e.id desc limit ${choice.limit} offset ${choice.offset}`.execute(tx);
  return rows;
}
