import type { ClaimKind } from "@tuwai/domain/benefits";
import {
  type ClaimStage,
  type ClaimState,
  type Estimate,
  type NeedReason,
  type Refusal,
  statesOfStage,
} from "@tuwai/domain/claims";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, claimsWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import { isDeath, ofPerson } from "./of-person.view.ts";

export type ClaimRow = {
  readonly id: string;
  readonly code: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly branch: string | null;
  readonly personId: string;
  readonly kind: ClaimKind;
  readonly happenedOn: CivilDate;
  readonly accidentOn: CivilDate | null;
  readonly happenedTime: string | null;
  readonly reportedAt: Date;
  readonly state: ClaimState;
  readonly stateSince: CivilDate;
  readonly toldBpjsAt: Date | null;
  readonly handedInOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
  readonly estimate: Estimate | null;
  readonly refusal: Refusal | null;
  readonly needReason: NeedReason | null;
  readonly closedOn: CivilDate | null;
  readonly version: number;
};

const columns = sql`c.id, c.code, c.village_code, c.kecamatan_code, c.branch, c.person_id, c.kind, c.happened_on, c.accident_on, c.happened_time,
  c.reported_at, c.state, c.state_since, c.told_bpjs_at, c.handed_in_on, c.answered_on, c.estimate, c.refusal, c.need_reason, c.closed_on, c.version`;

type Asked = { readonly code: string } | { readonly id: string } | { readonly deathOf: string };

const which = (asked: Asked) => {
  if ("code" in asked) return sql<boolean>`c.code = ${asked.code}`;
  if ("id" in asked) return sql<boolean>`c.id = ${asked.id}::uuid`;
  return sql<boolean>`${ofPerson(sql`c.person_id`, sql`${asked.deathOf}::uuid`)} and ${isDeath("c")}`;
};

/** A case of the area, held until the transaction ends where it is going to change. */
export async function findClaim(
  tx: Tx,
  area: Area,
  asked: Asked,
  hold: "hold" | "look",
): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`
    select ${columns} from app.claims c where ${which(asked)} and ${claimsWithin(area, "c")}
    ${hold === "hold" ? sql`for update of c` : sql``}`.execute(tx);
  return rows[0];
}

/** Narrows a list; what is left out does not. */
export type ClaimFilter = { readonly villageCode?: string | undefined; readonly kind?: string | undefined };

const matching = ({ villageCode = "", kind = "" }: ClaimFilter) =>
  sql<boolean>`(${villageCode} = '' or c.village_code = ${villageCode}) and (${kind} = '' or c.kind = ${kind})`;

const inStage = (stage: ClaimStage) => sql<boolean>`c.state = any(${[...statesOfStage[stage]]}::text[])`;

/** How many cases stand in each state. */
export async function countClaims(
  tx: Tx,
  area: Area,
  filter: ClaimFilter,
): Promise<ReadonlyMap<ClaimState, number>> {
  const { rows } = await sql<{ state: ClaimState; n: number }>`
    select c.state, count(*)::int as n from app.claims c where ${claimsWithin(area, "c")} and ${matching(filter)} group by c.state`.execute(
    tx,
  );
  return new Map(rows.map(({ state, n }) => [state, n]));
}

/** How many cases stand in these states, and since when the oldest of them does. */
export async function countStanding(
  tx: Tx,
  area: Area,
  states: readonly ClaimState[],
): Promise<{ readonly count: number; readonly since: CivilDate | null }> {
  const { rows } = await sql<{ count: number; since: CivilDate | null }>`
    select count(*)::int as count, min(c.state_since) as since from app.claims c
    where ${claimsWithin(area, "c")} and c.state = any(${[...states]}::text[])`.execute(tx);
  return rows[0]!;
}

/** The cases of one worker, also of one that was merged into another; the newest first. */
export async function listClaimsOf(tx: Tx, area: Area, personId: string): Promise<readonly ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select ${columns} from app.claims c
    where ${ofPerson(sql`c.person_id`, sql`${personId}::uuid`)} and ${claimsWithin(area, "c")}
    order by c.happened_on desc, c.id`.execute(tx);
  return rows;
}

/** The one that stands still longest first; of those that are over the newest. */
export async function listClaimRows(
  tx: Tx,
  area: Area,
  { stage, filter, limit, offset }: PageSize & { readonly stage: ClaimStage; readonly filter: ClaimFilter },
): Promise<readonly ClaimRow[]> {
  const order = stage === "over" ? sql`c.happened_on desc, c.id` : sql`c.state_since, c.happened_on, c.id`;
  const { rows } = await sql<ClaimRow>`
    select ${columns} from app.claims c where ${claimsWithin(area, "c")} and ${inStage(stage)} and ${matching(filter)}
    order by ${order} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export type NewClaim = Pick<
  ClaimRow,
  | "id"
  | "code"
  | "villageCode"
  | "kecamatanCode"
  | "branch"
  | "personId"
  | "kind"
  | "happenedOn"
  | "accidentOn"
  | "happenedTime"
  | "reportedAt"
  | "stateSince"
> & { readonly regionCode: string };

export async function insertClaim(tx: Tx, c: NewClaim): Promise<void> {
  await sql`
    insert into app.claims (region_code, id, code, village_code, kecamatan_code, branch, person_id, kind, happened_on, accident_on, happened_time,
      reported_at, state_since)
    values (${c.regionCode}, ${c.id}, ${c.code}, ${c.villageCode}, ${c.kecamatanCode}, ${c.branch}, ${c.personId}, ${c.kind},
      ${c.happenedOn}::date, ${c.accidentOn}::date, ${c.happenedTime}, ${c.reportedAt}, ${c.stateSince}::date)`.execute(
    tx,
  );
}

type Fixed =
  | "id"
  | "code"
  | "villageCode"
  | "kecamatanCode"
  | "branch"
  | "personId"
  | "reportedAt"
  | "version";
export type ClaimChange = Partial<Omit<ClaimRow, Fixed>>;

/** Writes the row anew with what changes of it; a new state begins on `today`. */
export async function updateClaim(
  tx: Tx,
  row: ClaimRow,
  change: ClaimChange,
  today: CivilDate,
): Promise<ClaimRow> {
  const begins = change.state !== undefined && change.state !== row.state;
  const c = { ...row, ...change, stateSince: begins ? today : row.stateSince };
  await sql`
    update app.claims set kind = ${c.kind}, happened_on = ${c.happenedOn}::date, accident_on = ${c.accidentOn}::date,
      happened_time = ${c.happenedTime}, state = ${c.state}, state_since = ${c.stateSince}::date, told_bpjs_at = ${c.toldBpjsAt},
      handed_in_on = ${c.handedInOn}::date, answered_on = ${c.answeredOn}::date,
      estimate = ${c.estimate === null ? null : JSON.stringify(c.estimate)}::jsonb, refusal = ${c.refusal}, need_reason = ${c.needReason},
      closed_on = ${c.closedOn}::date, version = version + 1
    where id = ${row.id}`.execute(tx);
  return { ...c, version: row.version + 1 };
}
