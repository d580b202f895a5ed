import { sql } from "kysely";
import type { Actor } from "#app";
import type { Tx } from "#database";
import type { Details } from "./details.ts";

export type Change<D extends object = object> = {
  /** Dotted verb, e.g. "import.apply". */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly operationId?: string;
  /** Codes, counts and ids only. */
  readonly details?: Details<D>;
};

export async function insertEntry(
  tx: Tx,
  entry: { readonly id: string; readonly actor: Actor; readonly change: Change },
): Promise<void> {
  const { actor, change } = entry;
  await sql`
    insert into audit.entries
      (id, region_code, actor_id, actor_role, actor_scope, action, object_type, object_id, operation_id, details)
    values (${entry.id}, ${actor.regionCode}, ${actor.userId}, ${actor.role}, ${actor.scope ?? null}, ${change.action},
      ${change.objectType}, ${change.objectId}, ${change.operationId ?? null}, ${JSON.stringify(change.details ?? {})}::jsonb)`.execute(
    tx,
  );
}

type Access = {
  readonly id: string;
  readonly actor: Actor;
  readonly personIds: readonly string[];
  readonly purpose: string;
  readonly fields: readonly string[];
};

export async function insertAccess(tx: Tx, access: Access): Promise<void> {
  const { actor } = access;
  await sql`
    insert into audit.accesses (id, region_code, actor_id, actor_role, actor_scope, purpose, fields, person_ids)
    values (${access.id}, ${actor.regionCode}, ${actor.userId}, ${actor.role}, ${actor.scope ?? null}, ${access.purpose},
      ${access.fields}::text[], ${access.personIds}::uuid[])`.execute(tx);
}

/** What is older than its keeping time goes; the row policies let nothing younger go. */
export async function deleteOldTrail(
  tx: Tx,
  kept: { readonly accessYears: number; readonly entryYears: number },
): Promise<{ readonly accesses: number; readonly entries: number; readonly denials: number }> {
  const accesses = await sql`
    delete from audit.accesses where at < (select app.now()) - make_interval(years => ${kept.accessYears})`.execute(
    tx,
  );
  const entries = await sql`
    delete from audit.entries where at < (select app.now()) - make_interval(years => ${kept.entryYears})`.execute(
    tx,
  );
  const denials = await sql`
    delete from audit.denials where last_at < (select app.now()) - make_interval(years => ${kept.entryYears})`.execute(
    tx,
  );
  return {
    accesses: Number(accesses.numAffectedRows),
    entries: Number(entries.numAffectedRows),
    denials: Number(denials.numAffectedRows),
  };
}

export async function countTrail(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from audit.accesses) + (select count(*) from audit.entries)
      + (select count(*) from audit.denials))::int as n`.execute(tx);
  return rows[0]!.n;
}
