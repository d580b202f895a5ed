import type { FollowUpState, OwnerRole } from "@tuwai/domain/follow-ups";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

export type FollowUpRow = {
  readonly id: string;
  readonly decisionId: string;
  readonly ownerRole: OwnerRole;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly state: FollowUpState;
  readonly dueOn: CivilDate;
  readonly dueSince: CivilDate;
  readonly askedFor: CivilDate | null;
  readonly papers: number;
  readonly changedAt: Date;
  readonly version: number;
};

const columns = sql`f.id, f.decision_id, f.owner_role, f.village_code, f.kecamatan_code, f.state, f.due_on, f.due_since, f.asked_for,
  f.papers, f.changed_at, f.version`;

/** Follow-ups of these decisions within an area, in the order of places. */
export async function listFollowUpRows(
  tx: Tx,
  area: Area,
  decisionIds: readonly string[],
): Promise<readonly FollowUpRow[]> {
  const { rows } = await sql<FollowUpRow>`
    select ${columns} from app.follow_ups f where f.decision_id = any(${decisionIds}::uuid[]) and ${placeWithin(area, "f")}
    order by f.decision_id, f.kecamatan_code, f.village_code`.execute(tx);
  return rows;
}

/** Held, so that two steps stand in line. */
export async function lockFollowUp(tx: Tx, area: Area, id: string): Promise<FollowUpRow | undefined> {
  const { rows } = await sql<FollowUpRow>`
    select ${columns} from app.follow_ups f where f.id = ${id} and ${placeWithin(area, "f")} for update`.execute(
    tx,
  );
  return rows[0];
}

type Stands = Pick<FollowUpRow, "id" | "state" | "askedFor" | "papers" | "dueOn" | "dueSince"> & {
  readonly by: string;
  readonly at: Date;
};

/** Where it stands after a step; the day is the city's to move and is written only where it moves. */
export async function updateFollowUp(tx: Tx, f: Stands, movesDay: boolean): Promise<void> {
  const day = movesDay ? sql`due_on = ${f.dueOn}::date, due_since = ${f.dueSince}::date,` : sql``;
  await sql`
    update app.follow_ups set ${day} state = ${f.state}, asked_for = ${f.askedFor}::date, papers = ${f.papers}, changed_by = ${f.by},
      changed_at = ${f.at}, version = version + 1 where id = ${f.id}`.execute(tx);
}

export type NewFollowUp = Pick<
  FollowUpRow,
  "id" | "decisionId" | "ownerRole" | "villageCode" | "kecamatanCode" | "dueOn"
>;

type Written = { readonly by: string; readonly at: Date; readonly today: CivilDate };

/** One row for each office that a decision asks. */
export async function insertFollowUps(
  tx: Tx,
  { regionCode, by, at, today }: Written & { readonly regionCode: string },
  rows: readonly NewFollowUp[],
): Promise<void> {
  await sql`
    insert into app.follow_ups (region_code, id, decision_id, owner_role, village_code, kecamatan_code, state, due_on, due_since,
      changed_by, changed_at)
    select ${regionCode}, n."id", n."decisionId", n."ownerRole", n."villageCode", n."kecamatanCode", 'open', n."dueOn", ${today}::date,
      ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("id" uuid, "decisionId" uuid, "ownerRole" text, "villageCode" text,
      "kecamatanCode" text, "dueOn" date)`.execute(tx);
}

/** What was asked of others ends with the decision. */
export async function withdrawFollowUps(
  tx: Tx,
  decisionId: string,
  { by, at }: Pick<Written, "by" | "at">,
): Promise<void> {
  await sql`
    update app.follow_ups set state = 'withdrawn', asked_for = null, changed_by = ${by}, changed_at = ${at}, version = version + 1
    where decision_id = ${decisionId} and state <> 'withdrawn'`.execute(tx);
}
