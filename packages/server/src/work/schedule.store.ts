import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

type Run = { readonly regionCode: string; readonly name: string; readonly day: CivilDate };

/** Notes that a schedule was set to work for a day; false when it, or a later one, was noted before. */
export async function insertScheduleRun(tx: Tx, run: Run): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.schedule_runs (region_code, name, day)
    select ${run.regionCode}, ${run.name}, ${run.day}::date
    where not exists (select from app.schedule_runs where name = ${run.name} and day >= ${run.day}::date)
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** How many days lie between the last two nights of a schedule; null where there were no two. */
export async function countDaysBetweenLastNights(tx: Tx, name: string): Promise<number | null> {
  const { rows } = await sql<{ days: number }>`
    select max(day) - min(day) as days from (
      select day from app.schedule_runs where region_code = (select app.region()) and name = ${name} order by day desc limit 2) d
    having count(*) = 2`.execute(tx);
  return rows[0]?.days ?? null;
}

/** Forgets finished work and past nights; what failed stays until somebody has looked at it. */
export async function deleteOldWork(tx: Tx, olderThanDays: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from app.work where done_at < (select app.now()) - make_interval(days => ${olderThanDays})`.execute(
    tx,
  );
  await sql`delete from app.schedule_runs where at < (select app.now()) - interval '400 days'`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
