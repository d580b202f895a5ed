import type { ParkReason } from "@tuwai/domain/contributions";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type MonthRun = {
  readonly id: string;
  readonly month: Month;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly workers: number;
  readonly added: number;
  readonly addedRupiah: number;
  readonly reversed: number;
  readonly reversedRupiah: number;
  readonly parked: number;
};

const columns = sql`r.id, to_char(r.month, 'YYYY-MM') as month, r.started_at, r.finished_at, r.workers, r.added, r.added_rupiah,
  r.reversed, r.reversed_rupiah, r.parked`;

/** The last runs of a month, newest first. */
export async function listRunsOf(tx: Tx, month: Month): Promise<readonly MonthRun[]> {
  const { rows } = await sql<MonthRun>`
    select ${columns} from app.month_runs r where r.region_code = (select app.region()) and r.month = ${firstDay(month)}::date
    order by r.started_at desc, r.id desc limit 10`.execute(tx);
  return rows;
}

/** Held until the transaction ends. */
export async function holdMonthRun(tx: Tx, id: string): Promise<MonthRun | undefined> {
  const { rows } =
    await sql<MonthRun>`select ${columns} from app.month_runs r where r.id = ${id} for update`.execute(tx);
  return rows[0];
}

/** Says whether it began; false where a run of that month is going on. */
export async function insertMonthRun(
  tx: Tx,
  run: {
    readonly regionCode: string;
    readonly id: string;
    readonly month: Month;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const done = await sql`
    insert into app.month_runs (region_code, id, month, started_by, started_at)
    values (${run.regionCode}, ${run.id}, ${firstDay(run.month)}::date, ${run.by}, ${run.at}) on conflict do nothing`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

export type Counts = Pick<
  MonthRun,
  "workers" | "added" | "addedRupiah" | "reversed" | "reversedRupiah" | "parked"
>;

export async function addToMonthRun(
  tx: Tx,
  id: string,
  counts: Counts,
  finishedAt: Date | null,
): Promise<void> {
  await sql`
    update app.month_runs set workers = workers + ${counts.workers}, added = added + ${counts.added},
      added_rupiah = added_rupiah + ${counts.addedRupiah}, reversed = reversed + ${counts.reversed},
      reversed_rupiah = reversed_rupiah + ${counts.reversedRupiah}, parked = parked + ${counts.parked},
      finished_at = coalesce(finished_at, ${finishedAt}) where id = ${id}`.execute(tx);
}

export type ParkedMonth = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly reason: ParkReason;
};

/** Of these workers exactly those are parked from here on; who was parked before and still is keeps since when. */
export async function replaceParked(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly month: Month;
    readonly personIds: readonly string[];
    readonly at: Date;
  },
  parked: readonly ParkedMonth[],
): Promise<void> {
  const month = firstDay(of.month);
  await sql`
    update app.parked_months p set resolved_at = ${of.at}
    where p.region_code = ${of.regionCode} and p.month = ${month}::date and p.resolved_at is null
      and p.person_id = any(${of.personIds}::uuid[])
      and not exists (select from jsonb_to_recordset(${JSON.stringify(parked)}::jsonb) as n("personId" uuid, "reason" text)
        where n."personId" = p.person_id and n."reason" = p.reason)`.execute(tx);
  await sql`
    insert into app.parked_months (region_code, id, village_code, kecamatan_code, person_id, month, reason, since)
    select ${of.regionCode}, n."id", n."villageCode", n."kecamatanCode", n."personId", ${month}::date, n."reason", ${of.at}
    from jsonb_to_recordset(${JSON.stringify(parked)}::jsonb) as n("id" uuid, "personId" uuid, "villageCode" text, "kecamatanCode" text,
      "reason" text) on conflict do nothing`.execute(tx);
}
