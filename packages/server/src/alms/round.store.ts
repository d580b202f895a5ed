import type { ReceiverKind, RoundState } from "@tuwai/domain/alms";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type RoundRow = {
  readonly id: string;
  readonly code: string;
  readonly campaignId: string;
  readonly title: string;
  readonly perChildRupiah: number;
  readonly plannedOn: CivilDate;
  readonly sourceRoundId: string | null;
  readonly state: RoundState;
  readonly lockNo: number;
  readonly children: number | null;
  readonly totalRupiah: number | null;
  readonly lockedBy: string | null;
  readonly approvedBy: string | null;
  readonly paidOn: CivilDate | null;
  readonly provenAt: Date | null;
  /** Children of whom nobody has said yet whether it reached them, and those whom it did not reach. */
  readonly untold: number;
  readonly notHanded: number;
  readonly version: number;
};

const columns =
  sql.raw(`r.id, r.code, r.campaign_id, r.title, r.per_child_rupiah::float8 as per_child_rupiah, r.planned_on, r.source_round_id, r.state,
  r.lock_no, r.children, r.total_rupiah::float8 as total_rupiah, r.locked_by, r.approved_by, r.paid_on, r.proven_at, r.version,
  coalesce(t.untold, 0)::int as untold, coalesce(t.not_handed, 0)::int as not_handed`);
const from = sql.raw(`app.alms_rounds r left join lateral (
    select count(*) filter (where c.outcome is null) as untold, count(*) filter (where c.outcome = 'not-handed') as not_handed
    from app.alms_round_children c where c.round_id = r.id and c.lock_no = r.lock_no and r.locked_by is not null) t on true`);

/** Rounds of a campaign, those that wait for somebody first; the latest first among each. */
export async function listRounds(tx: Tx, campaignId: string): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${from} where r.region_code = (select app.region())
      and r.campaign_id = ${campaignId}::uuid and r.state <> 'dropped'
    order by r.state = 'proven', r.planned_on desc, r.planned_at desc limit 200`.execute(tx);
  return rows;
}

export type StandingRound = Pick<RoundRow, "code" | "plannedOn" | "lockedBy" | "paidOn">;

/** Rounds of the city that stand in one of these states, without what became of each child; those planned latest first. */
export async function listStandingRounds(
  tx: Tx,
  states: readonly Exclude<RoundState, "proven" | "dropped">[],
): Promise<readonly StandingRound[]> {
  const { rows } = await sql<StandingRound>`
    select r.code, r.planned_on, r.locked_by, r.paid_on from app.alms_rounds r
    where r.region_code = (select app.region()) and r.state = any(${states}::text[])
    order by r.planned_on desc, r.planned_at desc`.execute(tx);
  return rows;
}

/** Proven rounds of these campaigns that were paid since a day, the latest planned first. */
export async function listProvenRounds(
  tx: Tx,
  campaignIds: readonly string[],
  since: CivilDate,
): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${from} where r.region_code = (select app.region()) and r.campaign_id = any(${campaignIds}::uuid[])
      and r.state = 'proven' and r.paid_on >= ${since}::date
    order by r.planned_on desc, r.planned_at desc limit 200`.execute(tx);
  return rows;
}

/** Rounds that were paid within a month. */
export async function listPaidRounds(tx: Tx, month: Month): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${from} where r.region_code = (select app.region()) and date_trunc('month', r.paid_on) = ${firstDay(month)}::date
    order by r.paid_on, r.code`.execute(tx);
  return rows;
}

export async function findRound(
  tx: Tx,
  by: { readonly code: string } | { readonly id: string },
  hold: "hold" | "look",
): Promise<RoundRow | undefined> {
  const where = "code" in by ? sql`r.code = ${by.code}` : sql`r.id = ${by.id}`;
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${from} where r.region_code = (select app.region()) and ${where}
    ${hold === "hold" ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

type NewRound = Pick<
  RoundRow,
  "id" | "code" | "campaignId" | "title" | "perChildRupiah" | "plannedOn" | "sourceRoundId"
> & {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertRound(tx: Tx, r: NewRound): Promise<void> {
  await sql`
    insert into app.alms_rounds (region_code, id, code, campaign_id, title, per_child_rupiah, planned_on, source_round_id, planned_by, planned_at)
    values (${r.regionCode}, ${r.id}, ${r.code}, ${r.campaignId}, ${r.title}, ${r.perChildRupiah}, ${r.plannedOn}::date, ${r.sourceRoundId},
      ${r.by}, ${r.at})`.execute(tx);
}

/** Whether a round brings already what this one could not. */
export async function hasFollowUp(tx: Tx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from app.alms_rounds r where r.source_round_id = ${roundId} and r.state <> 'dropped') as has`.execute(
    tx,
  );
  return rows[0]!.has;
}

type By = { readonly by: string; readonly at: Date };
type Locked = By & {
  readonly children: number;
  readonly total: number;
  readonly listHash: Buffer;
};

export async function markLocked(
  tx: Tx,
  id: string,
  { by, at, children, total, listHash }: Locked,
): Promise<void> {
  await sql`
    update app.alms_rounds set state = 'locked', lock_no = lock_no + 1, children = ${children}, total_rupiah = ${total}, list_hash = ${listHash},
      locked_by = ${by}, locked_at = ${at}, version = version + 1 where id = ${id}`.execute(tx);
}

export async function markUnlocked(tx: Tx, id: string): Promise<void> {
  await sql`
    update app.alms_rounds set state = 'draft', children = null, total_rupiah = null, list_hash = null, locked_by = null, locked_at = null,
      version = version + 1 where id = ${id}`.execute(tx);
}

export async function markApproved(tx: Tx, id: string, { by, at }: By): Promise<void> {
  await sql`
    update app.alms_rounds set state = 'approved', approved_by = ${by}, approved_at = ${at}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

export async function markPaid(
  tx: Tx,
  id: string,
  { by, at, on }: By & { readonly on: CivilDate },
): Promise<void> {
  await sql`
    update app.alms_rounds set state = 'paid', paid_on = ${on}::date, paid_by = ${by}, paid_at = ${at}, version = version + 1
    where id = ${id}`.execute(tx);
}

export async function markProven(tx: Tx, id: string, { by, at }: By): Promise<void> {
  await sql`
    update app.alms_rounds set state = 'proven', proven_by = ${by}, proven_at = ${at}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

export async function markDropped(tx: Tx, id: string): Promise<void> {
  await sql`update app.alms_rounds set state = 'dropped', version = version + 1 where id = ${id}`.execute(tx);
}

export type RoundChildRow = {
  readonly childId: string;
  readonly childCode: string;
  readonly villageCode: string;
  readonly siblings: number;
  readonly amountRupiah: number;
  readonly outcome: "handed" | "not-handed" | null;
  readonly handedOn: CivilDate | null;
  readonly receiver: ReceiverKind | null;
  readonly noteSealed: Buffer | null;
  readonly hasProof: boolean;
};

/** The list of a round as it was locked the last time, by village. */
export async function listRoundChildren(
  tx: Tx,
  round: Pick<RoundRow, "id" | "lockNo">,
): Promise<readonly RoundChildRow[]> {
  const { rows } = await sql<RoundChildRow>`
    select c.child_id, c.child_code, c.village_code, c.siblings, c.amount_rupiah::float8 as amount_rupiah, c.outcome, c.handed_on, c.receiver,
      c.note_sealed, c.proof_hash is not null as has_proof
    from app.alms_round_children c where c.round_id = ${round.id} and c.lock_no = ${round.lockNo}
    order by c.village_code, c.child_code`.execute(tx);
  return rows;
}

type FrozenChild = Pick<
  RoundChildRow,
  "childId" | "childCode" | "villageCode" | "siblings" | "amountRupiah"
> & {
  readonly copyId: string | null;
};

/** The list of the lock that is being made. */
export async function insertRoundChildren(
  tx: Tx,
  of: { readonly regionCode: string; readonly roundId: string; readonly lockNo: number },
  children: readonly FrozenChild[],
): Promise<void> {
  await sql`
    insert into app.alms_round_children (region_code, round_id, lock_no, child_id, child_code, village_code, siblings, amount_rupiah, copy_id)
    select ${of.regionCode}, ${of.roundId}, ${of.lockNo}, c."childId", c."childCode", c."villageCode", c."siblings", c."amountRupiah", c."copyId"
    from jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as c("childId" uuid, "childCode" text, "villageCode" text, "siblings" int,
      "amountRupiah" bigint, "copyId" uuid)`.execute(tx);
}

export type Told = By & {
  readonly outcome: "handed" | "not-handed";
  readonly on: CivilDate | null;
  readonly receiver: ReceiverKind | null;
  readonly noteSealed: Buffer | null;
  readonly proofHash: Buffer | null;
};

/** What became of it for one child, or for all of whom nothing was told yet. */
export async function tellChildren(
  tx: Tx,
  round: Pick<RoundRow, "id" | "lockNo">,
  childIds: readonly string[],
  told: Told,
): Promise<void> {
  await sql`
    update app.alms_round_children set outcome = ${told.outcome}, handed_on = ${told.on}::date, receiver = ${told.receiver},
      note_sealed = ${told.noteSealed}, proof_hash = coalesce(${told.proofHash}, proof_hash), told_by = ${told.by}, told_at = ${told.at}
    where round_id = ${round.id} and lock_no = ${round.lockNo} and child_id = any(${childIds}::uuid[])`.execute(
    tx,
  );
}
