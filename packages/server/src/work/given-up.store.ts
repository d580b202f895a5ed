import { sql } from "kysely";
import type { Tx } from "#database";
import type { Topic } from "./topics.ts";

/** Work that failed too often. What it is about stays hidden: payloads name persons. */
export type GivenUp = {
  readonly workId: string;
  readonly topic: Topic;
  readonly attempts: number;
  readonly since: Date;
  /** Code of the last failure, or its name where it had none. */
  readonly error: string | null;
};

export async function countGivenUp(tx: Tx, regionCode: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.work where region_code = ${regionCode} and failed_at is not null`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Newest failures first. */
export async function listGivenUp(
  tx: Tx,
  regionCode: string,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly GivenUp[]> {
  const { rows } = await sql<GivenUp>`
    select id as work_id, topic, attempts, failed_at as since, last_error as error from app.work
    where region_code = ${regionCode} and failed_at is not null
    order by failed_at desc, id limit ${part.limit} offset ${part.offset}`.execute(tx);
  return rows;
}

/** Lets the work wait again, with all its attempts before it; undefined when it is not among what failed. */
export async function takeUpAgain(tx: Tx, regionCode: string, workId: string): Promise<Topic | undefined> {
  const { rows } = await sql<{ topic: Topic }>`
    update app.work set failed_at = null, attempts = 0, deaths = 0, not_before = '-infinity', retried_at = app.now()
    where region_code = ${regionCode} and id = ${workId} and failed_at is not null returning topic`.execute(
    tx,
  );
  return rows[0]?.topic;
}
