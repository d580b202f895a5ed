import type { EndReason } from "@tuwai/domain/endings";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewProposal = {
  readonly id: string;
  readonly pledgeId: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly reasons: readonly object[];
};

export async function insertProposals(
  tx: Tx,
  { regionCode, at }: { readonly regionCode: string; readonly at: Date },
  proposals: readonly NewProposal[],
): Promise<void> {
  await sql`
    insert into app.sponsorships (region_code, id, pledge_id, village_code, kecamatan_code, person_id, state, reasons, proposed_at)
    select ${regionCode}, n."id", n."pledgeId", n."villageCode", n."kecamatanCode", n."personId", 'proposed', n."reasons", ${at}
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as n("id" uuid, "pledgeId" uuid, "personId" uuid,
      "villageCode" text, "kecamatanCode" text, "reasons" jsonb)`.execute(tx);
}

/** Turns a proposal to another pledge. */
export async function turnProposal(
  tx: Tx,
  to: {
    readonly id: string;
    readonly pledgeId: string;
    readonly reasons: readonly object[];
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update app.sponsorships set pledge_id = ${to.pledgeId}, reasons = ${JSON.stringify(to.reasons)}::jsonb, proposed_at = ${to.at},
      version = version + 1
    where id = ${to.id} and state = 'proposed'`.execute(tx);
}

type Decision = {
  readonly state: "accepted" | "declined";
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
};

export async function decideSponsorships(tx: Tx, ids: readonly string[], decision: Decision): Promise<void> {
  await sql`
    update app.sponsorships set state = ${decision.state}, decided_at = ${decision.at}, decided_by = ${decision.by},
      end_reason = ${decision.reason ?? null}, version = version + 1
    where id = any(${ids}::uuid[]) and state = 'proposed'`.execute(tx);
}

/** Ends these sponsorships, proposed or accepted; answers those that were open. */
export async function endSponsorshipRows(
  tx: Tx,
  of: { readonly pledgeId: string } | { readonly sponsorshipId: string },
  end: { readonly at: Date; readonly reason: EndReason },
): Promise<readonly OpenSponsorship[]> {
  const chosen = "pledgeId" in of ? sql`pledge_id = ${of.pledgeId}` : sql`id = ${of.sponsorshipId}`;
  const { rows } = await sql<OpenSponsorship>`
    with open as (
      select id, pledge_id, state = 'accepted' as was_accepted, person_id, village_code from app.sponsorships
      where ${chosen} and state in ('proposed', 'accepted') for update),
    ended as (
      update app.sponsorships s set state = 'ended', ended_at = ${end.at}, end_reason = ${end.reason}, version = version + 1
      from open where s.id = open.id)
    select id, pledge_id, was_accepted, person_id, village_code from open order by id`.execute(tx);
  return rows;
}

export type OpenSponsorship = {
  readonly id: string;
  readonly pledgeId: string;
  readonly wasAccepted: boolean;
  readonly personId: string;
  readonly villageCode: string;
};
