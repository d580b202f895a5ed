import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Desk } from "#accounts";
import type { Tx } from "#database";

export type DigestState = "waiting" | "sending" | "sent" | "empty" | "failed" | "unknown";

type NewDigest = Desk & { readonly id: string; readonly week: CivilDate };

/** One letter for each desk and week; answers those that are new. */
export async function insertDigests(
  tx: Tx,
  { regionCode, at }: { readonly regionCode: string; readonly at: Date },
  digests: readonly NewDigest[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into app.digests (region_code, id, user_id, role, scope, week, state, asked_at)
    select ${regionCode}, d."id", d."userId", d."role", d."scope", d."week", 'waiting', ${at}
    from jsonb_to_recordset(${JSON.stringify(digests)}::jsonb) as d("id" uuid, "userId" uuid, "role" text, "scope" text, "week" date)
    on conflict do nothing returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type Digest = Desk & { readonly id: string; readonly state: DigestState };

export async function findDigest(tx: Tx, id: string): Promise<Digest | undefined> {
  const { rows } = await sql<Digest>`
    select id, user_id, role, scope, state from app.digests where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function setDigestState(tx: Tx, id: string, state: DigestState, at: Date): Promise<void> {
  const isSettled = state !== "waiting" && state !== "sending";
  await sql`
    update app.digests set state = ${state}, settled_at = case when ${isSettled} then ${at}::timestamptz end where id = ${id}`.execute(
    tx,
  );
}

const keptDays = 400;

/** That a letter went out a year ago is of no use. */
export async function deleteOldDigests(tx: Tx, now: Date): Promise<void> {
  await sql`delete from app.digests where asked_at < ${now}::timestamptz - make_interval(days => ${keptDays})`.execute(
    tx,
  );
}

/** How the reader's own last letter fared. */
export async function findOwnDigest(
  tx: Tx,
  userId: string,
): Promise<{ readonly week: CivilDate; readonly state: DigestState } | null> {
  const { rows } = await sql<{ week: CivilDate; state: DigestState }>`
    select week, state from app.digests where user_id = ${userId} order by week desc, asked_at desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}
