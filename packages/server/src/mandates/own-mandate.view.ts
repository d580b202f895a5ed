import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

/** The sponsor's latest pledge with what a letter says of its giver. */
export type OwnMandate = {
  readonly id: string;
  readonly code: string;
  readonly state: "active" | "stopped";
  readonly civilServantId: string;
  readonly name: string;
  /** Sealed, as base64. */
  readonly nipSealed: string | null;
  readonly position: string | null;
  readonly office: string;
  readonly channel: "payroll" | "own-transfer";
  readonly workerCount: number;
  readonly capRupiah: number;
  readonly fromMonth: Month;
  readonly stopMonth: Month | null;
  readonly signedAt: Date;
  /** When the consent in force was given: later than the signature where the cap was raised. */
  readonly agreedAt: Date;
  readonly agreedOn: CivilDate;
  readonly consentVersion: string;
};

export async function findOwnMandate(tx: Tx, area: Area): Promise<OwnMandate | undefined> {
  const { rows } = await sql<OwnMandate>`
    select g.id, g.code, g.state, g.civil_servant_id, r.full_name as name, r.attributes->>'nipSealed' as nip_sealed,
      r.attributes->>'position' as position, g.opd as office, g.channel, g.worker_count, g.cap_rupiah,
      to_char(g.from_month, 'YYYY-MM') as from_month, to_char(g.stop_month, 'YYYY-MM') as stop_month, g.signed_at,
      c.given_at as agreed_at, (c.given_at at time zone 'Asia/Jakarta')::date as agreed_on, c.text_version as consent_version
    from app.pledges g join app.source_records r on r.id = g.civil_servant_id join app.consents c on c.id = g.consent_id
    where ${pledgesWithin(area, "g")} order by g.state, g.signed_at desc limit 1`.execute(tx);
  return rows[0];
}
