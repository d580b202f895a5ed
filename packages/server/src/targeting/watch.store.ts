import type { WatchDirection, WatchKind, WatchVerdict } from "@tuwai/domain/targeting";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ReleaseSize } from "./register-pair.view.ts";

export type NewChange = {
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly kind: WatchKind;
  readonly direction: WatchDirection | null;
  readonly formerId: string | null;
  readonly recordId: string | null;
  readonly personId: string | null;
};

export async function insertWatch(
  { tx, actor, now }: Step,
  of: ReleaseSize & { readonly batchId: string; readonly isWhole: boolean },
  changes: readonly NewChange[],
): Promise<void> {
  await sql`
    insert into app.targeting_watches (region_code, batch_id, repeated, missing, fresh, is_whole, compared_at)
    values (${actor.regionCode}, ${of.batchId}, ${of.repeated}, ${of.missing}, ${of.fresh}, ${of.isWhole}, ${now})`.execute(
    tx,
  );
  await sql`
    insert into app.targeting_changes (region_code, id, batch_id, village_code, kecamatan_code, kind, direction, former_id, record_id, person_id)
    select ${actor.regionCode}, n.id, ${of.batchId}, n."villageCode", n."kecamatanCode", n.kind, n.direction, n."formerId", n."recordId", n."personId"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n (id uuid, "villageCode" text, "kecamatanCode" text, kind text,
      direction text, "formerId" uuid, "recordId" uuid, "personId" uuid)`.execute(tx);
}

export type Watch = ReleaseSize & {
  readonly batchId: string;
  readonly isWhole: boolean;
  readonly comparedAt: Date;
};

export async function findLastWatch(tx: Tx, regionCode: string): Promise<Watch | undefined> {
  const { rows } = await sql<Watch>`
    select w.batch_id, w.repeated, w.missing, w.fresh, w.is_whole, w.compared_at from app.targeting_watches w
    where w.region_code = ${regionCode} order by w.compared_at desc, w.batch_id desc limit 1`.execute(tx);
  return rows[0];
}

export type ChangeGroup = {
  readonly kind: WatchKind;
  readonly direction: WatchDirection | null;
  readonly open: number;
  readonly decided: number;
};

export async function countChanges(tx: Tx, area: Area, batchId: string): Promise<readonly ChangeGroup[]> {
  const { rows } = await sql<ChangeGroup>`
    select c.kind, c.direction, count(*) filter (where c.decision_id is null)::int as open,
      count(*) filter (where c.decision_id is not null)::int as decided
    from app.targeting_changes c where c.batch_id = ${batchId} and ${placeWithin(area, "c")} group by 1, 2`.execute(
    tx,
  );
  return rows;
}

export type GroupAsked = { readonly kind: WatchKind; readonly direction: WatchDirection | null };

/** Writes one decision over all open changes of a group; answers how many, and writes nothing where there is none. */
export async function decideGroup(
  { tx, area, actor, now }: Step,
  of: GroupAsked & { readonly id: string; readonly batchId: string; readonly verdict: WatchVerdict },
): Promise<number> {
  const open = sql`c.batch_id = ${of.batchId} and c.kind = ${of.kind} and c.direction is not distinct from ${of.direction}
    and c.decision_id is null and ${placeWithin(area, "c")}`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.targeting_changes c where ${open}`.execute(tx);
  const count = rows[0]!.n;
  if (count === 0) return 0;
  await sql`
    insert into app.targeting_change_decisions (region_code, id, batch_id, kind, direction, verdict, count, decided_by, decided_role, decided_at)
    values (${actor.regionCode}, ${of.id}, ${of.batchId}, ${of.kind}, ${of.direction}, ${of.verdict}, ${count}, ${actor.userId}, ${actor.role}, ${now})`.execute(
    tx,
  );
  await sql`update app.targeting_changes c set decision_id = ${of.id} where ${open}`.execute(tx);
  return count;
}

export type GroupDecision = GroupAsked & {
  readonly id: string;
  readonly verdict: WatchVerdict;
  readonly count: number;
  readonly decidedAt: Date;
};

export async function listGroupDecisions(
  tx: Tx,
  regionCode: string,
  batchId: string,
): Promise<readonly GroupDecision[]> {
  const { rows } = await sql<GroupDecision>`
    select d.id, d.kind, d.direction, d.verdict, d.count, d.decided_at from app.targeting_change_decisions d
    where d.region_code = ${regionCode} and d.batch_id = ${batchId} and d.undone_at is null order by d.decided_at desc, d.id`.execute(
    tx,
  );
  return rows;
}

/** Opens a group again; answers how many changes are open by it, or nothing where no such decision stands. */
export async function reopenGroup({ tx, actor, now }: Step, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    update app.targeting_change_decisions d set undone_by = ${actor.userId}, undone_at = ${now}
    where d.id = ${id} and d.region_code = ${actor.regionCode} and d.undone_at is null returning d.count`.execute(
    tx,
  );
  if (rows[0] === undefined) return undefined;
  await sql`update app.targeting_changes set decision_id = null where decision_id = ${id}`.execute(tx);
  return rows[0].count;
}
