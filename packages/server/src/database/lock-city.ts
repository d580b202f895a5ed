import { sql } from "kysely";
import type { Tx } from "./open-database.ts";

/**
 * What one city does one at a time: whoever asks for the same work waits until the transaction that has it ends. The city is
 * that of the transaction's context, so that another city on the same database waits for nobody.
 */
export async function lockCity(tx: Tx, work: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(concat_ws('|', app.region(), ${work}::text), 0))`.execute(
    tx,
  );
}
