import type {
  IncidentEvidence,
  IncidentKind,
  IncidentState,
  Refutal,
  ReportChannel,
  ReportStage,
} from "@tuwai/domain/incident-reports";
import type { ClaimState } from "@tuwai/domain/claims";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { Teller } from "./told.ts";

export type ReportRow = {
  readonly id: string;
  readonly code: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly kind: IncidentKind;
  readonly happenedOn: CivilDate;
  readonly happenedTime: string | null;
  readonly accidentOn: CivilDate | null;
  readonly channel: ReportChannel;
  readonly teller: Teller;
  readonly state: IncidentState;
  readonly personId: string | null;
  readonly evidence: IncidentEvidence | null;
  readonly refutal: Refutal | null;
  readonly mergedInto: string | null;
  readonly lifeEventId: string | null;
  readonly claimId: string | null;
  readonly receivedAt: Date;
  readonly takenBy: string | null;
  readonly decidedAt: Date | null;
  readonly followedAt: Date | null;
  readonly version: number;
};

const columns = sql`r.id, r.code, r.village_code, r.kecamatan_code, r.kind, r.happened_on, r.happened_time, r.accident_on, r.channel, r.teller, r.state,
  r.person_id, r.evidence, r.refutal, r.merged_into, r.life_event_id, r.claim_id, r.received_at, r.taken_by, r.decided_at, r.followed_at, r.version`;

const inStage = (stage: ReportStage) =>
  ({
    reported: sql<boolean>`r.state = 'reported'`,
    confirmed: sql<boolean>`r.state = 'confirmed' and r.followed_at is null`,
    closed: sql<boolean>`(r.state in ('refuted', 'merged') or r.followed_at is not null)`,
  })[stage];

/** Narrows a list; what is left out does not. */
export type ReportFilter = { readonly villageCode?: string | undefined; readonly kind?: string | undefined };

const matching = ({ villageCode = "", kind = "" }: ReportFilter) =>
  sql<boolean>`(${villageCode} = '' or r.village_code = ${villageCode}) and (${kind} = '' or r.kind = ${kind})`;

export async function countReports(
  tx: Tx,
  area: Area,
  stage: ReportStage,
  filter: ReportFilter = {},
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.incident_reports r where ${placeWithin(area, "r")} and ${inStage(stage)} and ${matching(filter)}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Of what waits the oldest day first, of what is closed the newest. */
export async function listReportRows(
  tx: Tx,
  area: Area,
  { stage, filter, limit, offset }: PageSize & { readonly stage: ReportStage; readonly filter: ReportFilter },
): Promise<readonly ReportRow[]> {
  const order =
    stage === "closed"
      ? sql`r.received_at desc, r.id`
      : sql`coalesce(r.accident_on, r.happened_on), r.received_at, r.id`;
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.incident_reports r where ${placeWithin(area, "r")} and ${inStage(stage)} and ${matching(filter)}
    order by ${order} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** A report of the area, held until the transaction ends where it is going to change. */
export async function findReport(
  tx: Tx,
  area: Area,
  id: string,
  hold: "hold" | "look",
): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.incident_reports r where r.id = ${id} and ${placeWithin(area, "r")}
    ${hold === "hold" ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

/** Others of the same village within two weeks of that day, that may be of the same person. */
export async function listNear(tx: Tx, area: Area, of: ReportRow): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.incident_reports r where ${placeWithin(area, "r")} and r.id <> ${of.id}
      and r.state in ('reported', 'confirmed') and r.village_code is not distinct from ${of.villageCode}
      and (r.happened_on between ${of.happenedOn}::date - 14 and ${of.happenedOn}::date + 14 or r.person_id = ${of.personId})
    order by r.received_at, r.id limit 10`.execute(tx);
  return rows;
}

/** Null once the words were forgotten. */
export async function findTold(tx: Tx, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ told: Buffer | null }>`
    select r.told_sealed as told from app.incident_reports r where r.id = ${id}`.execute(tx);
  return rows[0]!.told;
}

export type NewReport = Pick<
  ReportRow,
  | "id"
  | "code"
  | "villageCode"
  | "kecamatanCode"
  | "kind"
  | "happenedOn"
  | "happenedTime"
  | "accidentOn"
  | "channel"
  | "teller"
  | "receivedAt"
  | "takenBy"
> & {
  readonly regionCode: string;
  readonly toldSealed: Buffer;
  /** Of a row of a list: whom it is about, and the list. */
  readonly personId?: string;
  readonly batchId?: string;
};

export async function insertReport(tx: Tx, r: NewReport): Promise<void> {
  await sql`
    insert into app.incident_reports (region_code, id, code, village_code, kecamatan_code, kind, happened_on, happened_time, accident_on,
      channel, teller, told_sealed, received_at, taken_by, person_id, batch_id)
    values (${r.regionCode}, ${r.id}, ${r.code}, ${r.villageCode}, ${r.kecamatanCode}, ${r.kind}, ${r.happenedOn}::date, ${r.happenedTime},
      ${r.accidentOn}::date, ${r.channel}, ${r.teller}, ${r.toldSealed}, ${r.receivedAt}, ${r.takenBy}, ${r.personId ?? null},
      ${r.batchId ?? null})`.execute(tx);
}

type Kept = Pick<
  ReportRow,
  | "villageCode"
  | "kecamatanCode"
  | "kind"
  | "happenedOn"
  | "happenedTime"
  | "accidentOn"
  | "state"
  | "personId"
  | "evidence"
  | "refutal"
  | "mergedInto"
  | "lifeEventId"
  | "claimId"
>;
export type ReportChange = Partial<Kept>;
type By = { readonly id: string; readonly at: Date; readonly as: "decided" | "followed" | "linked" };

/** Writes the row anew with what changes of it. */
export async function updateReport(tx: Tx, row: ReportRow, change: ReportChange, by: By): Promise<void> {
  const r = { ...row, ...change };
  const who = (as: By["as"], name: "decided" | "followed") =>
    as === name ? sql`, ${sql.ref(`${name}_by`)} = ${by.id}, ${sql.ref(`${name}_at`)} = ${by.at}` : sql``;
  await sql`
    update app.incident_reports set village_code = ${r.villageCode}, kecamatan_code = ${r.kecamatanCode}, kind = ${r.kind},
      happened_on = ${r.happenedOn}::date, happened_time = ${r.happenedTime}, accident_on = ${r.accidentOn}::date, state = ${r.state},
      person_id = ${r.personId}, evidence = ${r.evidence}, refutal = ${r.refutal}, merged_into = ${r.mergedInto},
      life_event_id = ${r.lifeEventId}, claim_id = ${r.claimId}, version = version + 1 ${who(by.as, "decided")} ${who(by.as, "followed")}
    where id = ${row.id}`.execute(tx);
}

/** Whatever was merged into one report is merged into the other from now on. */
export async function moveMerged(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update app.incident_reports set merged_into = ${into}, version = version + 1 where merged_into = ${from}`.execute(
    tx,
  );
}

/** Of a case no more than where it stands and since when; "closed-in-need": helped from elsewhere until the end. */
export type CaseStanding = {
  readonly claimState: ClaimState | "closed-in-need" | null;
  readonly claimSince: CivilDate | null;
};
export type CodeRow = CaseStanding &
  Pick<
    ReportRow,
    | "kind"
    | "state"
    | "villageCode"
    | "happenedOn"
    | "happenedTime"
    | "receivedAt"
    | "decidedAt"
    | "followedAt"
  >;

/** What whoever has the code may know. */
export async function findByCode(tx: Tx, code: string): Promise<CodeRow | undefined> {
  const { rows } = await sql<CodeRow>`
    select f.kind, f.state, f.village_code, f.happened_on, f.happened_time, f.received_at, f.decided_at, f.followed_at,
      f.claim_state, f.claim_since
    from app.incident_of_code(${code}) f`.execute(tx);
  return rows[0];
}

/** The report of this worker's death that waits or is confirmed, held; two of one death are one. */
export async function findDeathOf(tx: Tx, personId: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.incident_reports r where r.person_id = ${personId} and r.state in ('reported', 'confirmed')
      and r.kind <> 'work-accident' order by r.received_at, r.id limit 1`.execute(tx);
  return rows[0];
}

/** The reports that a list made, held. */
export async function listReportsOf(tx: Tx, batchId: string): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.incident_reports r where r.batch_id = ${batchId} order by r.id for update of r`.execute(
    tx,
  );
  return rows;
}

/**
 * Takes away the words of reports that were refuted before then, and of those merged into one of them. Answers how many; the rows
 * stay.
 */
export async function forgetTold(tx: Tx, refutedBefore: Date, at: Date): Promise<number> {
  const done = await sql`
    update app.incident_reports r set told_sealed = null, forgotten_at = ${at}, version = r.version + 1
    where r.told_sealed is not null and exists (select from app.incident_reports k where k.id = coalesce(r.merged_into, r.id)
      and k.state = 'refuted' and k.decided_at < ${refutedBefore})`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
