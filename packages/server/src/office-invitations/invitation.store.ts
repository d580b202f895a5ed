import { sql } from "kysely";
import type { Tx } from "#database";

export type OfficeInvitation = {
  readonly id: string;
  readonly code: string;
  readonly office: string;
  readonly madeAt: Date;
  readonly closedAt: Date | null;
};

const columns = sql.raw("i.id, i.code, i.office, i.made_at, i.closed_at");

/** The invitations that are open. */
export async function listOpenInvitations(tx: Tx): Promise<readonly OfficeInvitation[]> {
  const { rows } = await sql<OfficeInvitation>`
    select ${columns} from app.office_invitations i
    where i.region_code = (select app.region()) and i.closed_at is null order by i.office`.execute(tx);
  return rows;
}

export async function findInvitation(tx: Tx, code: string): Promise<OfficeInvitation | undefined> {
  const { rows } = await sql<OfficeInvitation>`
    select ${columns} from app.office_invitations i
    where i.region_code = (select app.region()) and i.code = ${code}`.execute(tx);
  return rows[0];
}

/** False when the office has an open one already. */
export async function insertInvitation(
  tx: Tx,
  invitation: Pick<OfficeInvitation, "id" | "code" | "office">,
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.office_invitations (region_code, id, code, office, made_by, made_at)
    values (${by.regionCode}, ${invitation.id}, ${invitation.code}, ${invitation.office}, ${by.actorId}, ${by.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** False when there is none open by that code. */
export async function closeInvitation(
  tx: Tx,
  code: string,
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.office_invitations set closed_by = ${by.actorId}, closed_at = ${by.at}
    where region_code = (select app.region()) and code = ${code} and closed_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
