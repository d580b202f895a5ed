import { sql } from "kysely";
import type { ImportKind } from "@tuwai/domain/intake";
import type { Actor } from "#app";
import type { Tx } from "#database";
import type { Held } from "#tasks";

const sentBy = (actor: Actor) => sql`b.region_code = ${actor.regionCode} and b.uploaded_role = ${actor.role}
  and b.uploaded_scope is not distinct from ${actor.scope ?? null}::text`;

/** Files of the actor's own desk that a second person has to approve. */
export async function findOwnAtSecondPerson(tx: Tx, actor: Actor): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(b.uploaded_at) as since from app.import_batches b
    where ${sentBy(actor)} and b.state = 'awaiting-approval'`.execute(tx);
  return rows[0]!;
}

/** Saved files whose people linking has begun to compare and has not finished with. */
export async function findOwnAtLinking(tx: Tx, actor: Actor): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(b.applied_at) as since from app.import_batches b
    where ${sentBy(actor)} and b.state = 'applied' and b.progress ? 'linking'
      and b.progress->'linking'->>'finished' is distinct from 'applied'`.execute(tx);
  return rows[0]!;
}

/** When the actor's desk saved its last file. */
export async function findLastApplied(tx: Tx, actor: Actor): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(b.applied_at) as at from app.import_batches b where ${sentBy(actor)} and b.state = 'applied'`.execute(
    tx,
  );
  return rows[0]!.at;
}

/** Whether a file of the kind has come in and was neither refused nor taken back, for the village or for the whole city. */
export async function hasFileOf(
  tx: Tx,
  of: { readonly regionCode: string; readonly villageCode: string | null; readonly kind: ImportKind },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from app.import_batches b where b.region_code = ${of.regionCode} and b.kind = ${of.kind}
      and b.village_code is not distinct from ${of.villageCode}::text
      and b.state not in ('refused', 'undone', 'discarded')) as found`.execute(tx);
  return rows[0]!.found;
}
