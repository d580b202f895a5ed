import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Actor, AppError } from "#ground";
import { canonical } from "./canonical.ts";
import type { Tx } from "./open-database.ts";

/**
 * Idempotency (reliability.md C.5): the client makes `operationId` before it sends; the same id with the same
 * request returns the first answer and changes nothing; the same id with another request is refused.
 * The record and the effect commit together, so a crash between them is impossible.
 */
export async function runOnce<T>(
  tx: Tx,
  actor: Actor,
  operation: { readonly id: string; readonly name: string; readonly request: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const hash = createHash("sha256")
    .update(`${operation.name}|${canonical(operation.request)}`)
    .digest();
  const inserted = await sql`
    insert into app.operations (region_code, id, name, actor_id, request_hash)
    values (${actor.regionCode}, ${operation.id}, ${operation.name}, ${actor.userId}, ${hash})
    on conflict do nothing`.execute(tx);
  if (Number(inserted.numAffectedRows ?? 0) === 0) return replay<T>(tx, operation.id, hash);
  const result = await work();
  await sql`update app.operations set result = ${JSON.stringify(result ?? null)}::jsonb where id = ${operation.id}`.execute(
    tx,
  );
  return result;
}

async function replay<T>(tx: Tx, id: string, hash: Buffer): Promise<T> {
  const found = await sql<{
    requestHash: Buffer;
    result: T;
  }>`select request_hash, result from app.operations where id = ${id}`.execute(tx);
  const first = found.rows[0];
  if (!first || !first.requestHash.equals(hash)) throw new AppError("operation-mismatch");
  return first.result;
}
