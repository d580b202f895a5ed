import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewCoverEvent = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly type: "registered" | "accepted" | "rejected" | "paid" | "reversed";
  readonly effectiveOn: CivilDate;
  readonly month?: Month;
  readonly payer?: string;
  readonly details?: object;
  /** What proves it: a packet, or the batch of a file from BPJS. */
  readonly evidenceType: "packet" | "import-batch";
  readonly evidenceId: string;
  /** The same fact told twice is one event. */
  readonly naturalKey: string;
};

/** Appends events; one whose natural key is already there is left out. Answers the keys that are new. */
export async function insertCoverEvents(
  tx: Tx,
  recorded: { readonly regionCode: string; readonly at: Date },
  events: readonly NewCoverEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, enrolment_id, type, effective_on,
      recorded_at, month, payer, details, evidence_type, evidence_id, natural_key)
    select ${recorded.regionCode}, e."id", e."villageCode", e."kecamatanCode", e."personId", e."enrolmentId", e."type",
      e."effectiveOn", ${recorded.at}, (e."month" || '-01')::date, e."payer", coalesce(e."details", '{}'), e."evidenceType",
      e."evidenceId", e."naturalKey"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e("id" uuid, "villageCode" text, "kecamatanCode" text,
      "personId" uuid, "enrolmentId" uuid, "type" text, "effectiveOn" date, "month" text, "payer" text, "details" jsonb,
      "evidenceType" text, "evidenceId" text, "naturalKey" text)
    on conflict do nothing returning person_id || '|' || natural_key as key`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

export type CoverEventRow = {
  readonly personId: string;
  readonly type: string;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Date;
  /** "YYYY-MM". */
  readonly month: Month | null;
  readonly payer: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly naturalKey: string;
};

export async function listCoverEvents(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly CoverEventRow[]> {
  const { rows } = await sql<CoverEventRow>`
    select person_id, type, effective_on, recorded_at,
      to_char(month, 'YYYY-MM') as month, payer, details, natural_key
    from app.cover_events where person_id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

export type MembershipRow = {
  readonly personId: string;
  readonly status: string;
  readonly asOf: CivilDate;
};

export async function listMemberships(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select person_id, status, as_of from app.person_memberships
    where person_id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}
