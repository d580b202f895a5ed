import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import { lockCity, type Tx } from "#database";
import type { Held } from "#tasks";
import type { EndorsementState } from "./endorsement.view.ts";

/** The village's list that waits for a decision, and how many lists it has had. */
export async function findOpenEndorsement(
  tx: Tx,
  villageCode: string,
  programme: string,
): Promise<{ readonly openId: string | null; readonly count: number }> {
  const result = await sql<{ openId: string | null; count: number }>`
    select min(id::text) filter (where state in ('draft', 'proposed')) as open_id, count(*)::int as count
    from app.endorsements where village_code = ${villageCode} and programme = ${programme}`.execute(tx);
  return { openId: result.rows[0]!.openId, count: result.rows[0]!.count };
}

/** One list at a time per village: two operators who propose at once do it one after the other. */
export async function lockVillage(tx: Tx, villageCode: string): Promise<void> {
  await lockCity(tx, `endorsement|${villageCode}`);
}

export async function insertEndorsement(
  tx: Tx,
  list: {
    readonly regionCode: string;
    readonly id: string;
    readonly code: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
    readonly programme: string;
    readonly proposedBy: string;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<void> {
  await sql`
    insert into app.endorsements (region_code, id, code, village_code, kecamatan_code, programme, state, proposed_by, proposed_at, note)
    values (${list.regionCode}, ${list.id}, ${list.code}, ${list.villageCode}, ${list.kecamatanCode}, ${list.programme}, 'proposed',
      ${list.proposedBy}, ${list.at}, ${list.note})`.execute(tx);
}

/** Counts the version up while the list still stands at it and waits for a decision; says whether it did. */
export async function advanceEndorsement(
  tx: Tx,
  list: { readonly id: string; readonly version: number },
  proposedBy?: string,
): Promise<boolean> {
  const result = await sql`
    update app.endorsements set version = version + 1, proposed_by = coalesce(${proposedBy ?? null}::uuid, proposed_by)
    where id = ${list.id} and version = ${list.version} and state = 'proposed'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

export async function decideEndorsementRow(
  tx: Tx,
  list: { readonly id: string; readonly version: number },
  decision: {
    readonly state: "approved" | "returned";
    readonly decidedBy: string;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<boolean> {
  const result = await sql`
    update app.endorsements
    set state = ${decision.state}, decided_by = ${decision.decidedBy}, decided_at = ${decision.at},
      note = coalesce(${decision.note}, note), version = version + 1
    where id = ${list.id} and version = ${list.version}
      and (state = 'proposed' or (state = 'approved' and ${decision.state} = 'returned'))`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

type Named = { readonly id: string; readonly version: number };

/** Takes a proposal back while nobody has decided; says whether it did. */
export async function withdrawRow(tx: Tx, list: Named): Promise<boolean> {
  const result = await sql`
    update app.endorsements set state = 'withdrawn', version = version + 1
    where id = ${list.id} and version = ${list.version} and state = 'proposed'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Notes that the head is asked to give an endorsed list back. */
export async function noteReturnAsked(
  tx: Tx,
  list: Named,
  asked: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update app.endorsements set return_asked_by = ${asked.by}, return_asked_at = ${asked.at}, version = version + 1
    where id = ${list.id} and version = ${list.version} and state = 'approved'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Endorsed lists that a head or manager is asked to give back. */
export async function countReturnAsked(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.endorsements e
    where ${placeWithin(area, "e")} and state = 'approved' and return_asked_at is not null`.execute(tx);
  return rows[0]!.n;
}

/** State of the village's newest list; null when it never had one. */
export async function findNewestState(
  tx: Tx,
  villageCode: string,
  programme: string,
): Promise<EndorsementState | null> {
  const { rows } = await sql<{ state: EndorsementState }>`
    select state from app.endorsements where village_code = ${villageCode} and programme = ${programme}
    order by proposed_at desc, id desc limit 1`.execute(tx);
  return rows[0]?.state ?? null;
}

/** Lists that wait for a head or manager who did not propose them. */
export async function countToEndorse(tx: Tx, area: Area, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.endorsements e
    where ${placeWithin(area, "e")} and state = 'proposed' and proposed_by <> ${userId}`.execute(tx);
  return rows[0]!.n;
}

/** Villages whose lists wait for a decision, whoever waited longest first. */
export async function listProposedVillages(
  tx: Tx,
  area: Area,
): Promise<readonly (Held & { readonly villageCode: string })[]> {
  const { rows } = await sql<Held & { readonly villageCode: string }>`
    select e.village_code, count(*)::int as count, min(e.proposed_at) as since from app.endorsements e
    where ${placeWithin(area, "e")} and e.state = 'proposed' group by 1 order by since`.execute(tx);
  return rows;
}

/** Lists that wait for a head, of everybody or of one who proposed them. */
export async function findProposed(tx: Tx, area: Area, proposedBy: string | null): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(e.proposed_at) as since from app.endorsements e
    where ${placeWithin(area, "e")} and e.state = 'proposed' and (${proposedBy}::uuid is null or e.proposed_by = ${proposedBy}::uuid)`.execute(
    tx,
  );
  return rows[0]!;
}
