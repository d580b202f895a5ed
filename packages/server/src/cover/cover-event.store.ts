import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** What an event is known by: a packet, the batch of a file from BPJS, or what somebody reported. */
export type Evidence = { readonly type: "packet" | "import-batch" | "report"; readonly id: string };

export type NewCoverEvent = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId?: string;
  readonly type:
    | "registered"
    | "accepted"
    | "rejected"
    | "paid"
    | "died"
    | "moved"
    | "formal-job"
    | "left"
    | "wage";
  readonly effectiveOn: CivilDate;
  readonly month?: Month;
  readonly payer?: string;
  readonly details?: object;
  /** The same fact told twice is one event. */
  readonly naturalKey: string;
};

/** Where, when and by what events are recorded. */
export type RecordedBy = { readonly regionCode: string; readonly at: Date; readonly evidence: Evidence };

/** Appends events; one whose natural key is already there is left out. Answers the ids of those that are new. */
export async function insertCoverEvents(
  tx: Tx,
  { regionCode, at, evidence }: RecordedBy,
  events: readonly NewCoverEvent[],
): Promise<readonly string[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, enrolment_id, type, effective_on,
      recorded_at, month, payer, details, evidence_type, evidence_id, natural_key)
    select ${regionCode}, e."id", e."villageCode", e."kecamatanCode", e."personId", e."enrolmentId", e."type",
      e."effectiveOn", ${at}, (e."month" || '-01')::date, e."payer", coalesce(e."details", '{}'), ${evidence.type},
      ${evidence.id}, e."naturalKey"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e("id" uuid, "villageCode" text, "kecamatanCode" text,
      "personId" uuid, "enrolmentId" uuid, "type" text, "effectiveOn" date, "month" text, "payer" text, "details" jsonb,
      "naturalKey" text)
    on conflict do nothing returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Appends a reversal for each of these events that stands. Answers whose they are. */
export async function insertReversals(
  tx: Tx,
  { regionCode, at, evidence }: RecordedBy,
  reversals: readonly { readonly id: string; readonly eventId: string }[],
  on: CivilDate,
): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, enrolment_id, type, effective_on,
      recorded_at, month, payer, evidence_type, evidence_id, natural_key, reverses)
    select ${regionCode}, r."id", e.village_code, e.kecamatan_code, e.person_id, e.enrolment_id, 'reversed', ${on}::date,
      ${at}, e.month, e.payer, ${evidence.type}, ${evidence.id}, 'reversal of ' || e.id, e.id
    from jsonb_to_recordset(${JSON.stringify(reversals)}::jsonb) as r("id" uuid, "eventId" uuid)
      join app.standing_events e on e.id = r."eventId"
    on conflict do nothing returning person_id`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Events of one kind of one person, standing or taken back. */
export async function listEventsOf(
  tx: Tx,
  of: { readonly personId: string; readonly type: NewCoverEvent["type"] },
): Promise<readonly { readonly id: string; readonly effectiveOn: CivilDate; readonly stands: boolean }[]> {
  const { rows } = await sql<{ id: string; effectiveOn: CivilDate; stands: boolean }>`
    select e.id, e.effective_on, exists (select from app.standing_events s where s.id = e.id) as stands
    from app.cover_events e where e.person_id = ${of.personId} and e.type = ${of.type} order by e.recorded_at, e.id`.execute(
    tx,
  );
  return rows;
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
};

/** What happened to these persons' cover and was not taken back, entries merged into them included: the ledger itself never moves. */
export async function listStandingEvents(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly CoverEventRow[]> {
  const { rows } = await sql<CoverEventRow>`
    select a.kept_id as person_id, e.type, e.effective_on, e.recorded_at, to_char(e.month, 'YYYY-MM') as month, e.payer, e.details
    from app.all_of_persons(${personIds}::uuid[]) a join app.standing_events e on e.person_id = a.id`.execute(
    tx,
  );
  return rows;
}
