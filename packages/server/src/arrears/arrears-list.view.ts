import type { RescueWay } from "@tuwai/domain/arrears";
import type { Sector } from "@tuwai/domain/contributions";
import { addDays, type CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import { type Area, personsWithin, placeWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import {
  type ArrearsCause,
  type ArrearsPayer,
  daysShownAfterEnd,
  type JudgedArrears,
} from "./judge-arrears.ts";

/**
 * By the days left to the stricter last day, each up to its threshold; `ended`: membership is over; `village`: officers whose village
 * owes, whom no day ends.
 */
export type Bucket = `${number}` | "ended" | "village";

export type ArrearsChoice = {
  readonly area: Area;
  readonly on: CivilDate;
  /** Days left, the fewest first. */
  readonly thresholds: readonly number[];
  readonly bucket: Bucket | null;
  readonly villageCode: string | null;
  readonly fundSource: ArrearsPayer | null;
  readonly cause: ArrearsCause | null;
};

export type ArrearsRow = JudgedArrears & {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly sector: Sector;
  readonly asOf: CivilDate;
  /** The rescue that is waited for, if one is. */
  readonly rescueId: string | null;
  readonly rescueWay: RescueWay | null;
  readonly answerBy: CivilDate | null;
};

/** Who loses the most days first stands first. */
export async function listArrearsRows(
  tx: Tx,
  choice: ArrearsChoice,
  { limit, offset }: PageSize,
): Promise<readonly ArrearsRow[]> {
  const { rows } = await sql<ArrearsRow>`
    select r.person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.sector, r.state, r.cause, r.fund_source, r.payer_until,
      r.owed_months, r.arrears_rupiah, r.natural_rupiah, r.accident_rupiah, r.paid_until, r.safe_rescue_day, r.last_rescue_day,
      r.ends_on, r.due_on, r.as_of, w.round_id as rescue_id, w.way as rescue_way, w.answer_by
    from ${chosen(choice)}
    order by r.safe_rescue_day, r.due_on, r.person_id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** One bucket, payer, village and cause in one line: whatever a screen sums up is summed from these. */
export type ArrearsGroup = {
  readonly bucket: Bucket;
  readonly fundSource: ArrearsPayer;
  readonly villageCode: string;
  readonly cause: ArrearsCause;
  readonly workers: number;
  /** Of those whose price is known. */
  readonly arrearsRupiah: number;
  readonly withoutPrice: number;
  readonly naturalRupiah: number;
  /** The first day after which somebody is no longer safe; of a village that owes, the day it should have paid. */
  readonly payBy: CivilDate;
  /** Workers with something nobody has told their payer. */
  readonly untold: number;
  /** Workers for whom a rescue is waited for. */
  readonly rescued: number;
};

export async function listArrearsGroups(tx: Tx, choice: ArrearsChoice): Promise<readonly ArrearsGroup[]> {
  const { rows } = await sql<ArrearsGroup>`
    select ${bucketOf(choice)} as bucket, r.fund_source, r.village_code, r.cause, count(*)::int as workers,
      coalesce(sum(r.arrears_rupiah), 0)::bigint as arrears_rupiah, count(*) filter (where r.arrears_rupiah is null)::int as without_price,
      sum(r.natural_rupiah)::bigint as natural_rupiah, min(coalesce(r.safe_rescue_day, r.due_on)) as pay_by, count(a.person_id)::int as untold,
      count(*) filter (where ${isRescued(choice.on)})::int as rescued
    from app.arrears r left join (select distinct person_id from app.cover_alarms
      where withdrawn_at is null and told_at is null) a on a.person_id = r.person_id
    where ${rowsWithin(choice.area)} and ${fits(choice)}
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** The codes of everybody the board shows under a choice, who loses cover first. */
export async function listOnBoard(tx: Tx, choice: ArrearsChoice, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select p.code from ${chosen(choice)} order by r.safe_rescue_day, r.due_on, r.person_id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ code }) => code);
}

/** Those of the whole choice whose payer should pay: one who ended is told nothing. */
export async function listOwing(tx: Tx, choice: ArrearsChoice): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select r.person_id from ${chosen(choice)} and r.cause <> 'payer-ended'`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** How many lose cover within so many days and have no rescue that is waited for. */
export async function countUrgent(
  tx: Tx,
  area: Area,
  { on, days }: { readonly on: CivilDate; readonly days: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.arrears r
    where ${rowsWithin(area)} and r.ends_on > ${on}::date and r.safe_rescue_day <= ${addDays(on, days)}::date
      and not ${isRescued(on)}`.execute(tx);
  return rows[0]!.n;
}

/** How many officers stand here whose village owes. */
export async function countOfVillages(tx: Tx, area: Area, on: CivilDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.arrears r
    where ${rowsWithin(area)} and r.state = 'village-owes' and not ${isRescued(on)}`.execute(tx);
  return rows[0]!.n;
}

function chosen(choice: ArrearsChoice): RawBuilder<unknown> {
  return sql`app.arrears r join app.persons p on p.id = r.person_id and p.withdrawn_at is null
      left join lateral (select w.round_id, w.way, w.answer_by from app.rescues w
        where w.person_id = r.person_id and w.undone_at is null and w.answer_by >= ${choice.on}::date
        order by w.answer_by desc, w.id desc limit 1) w on true
    where ${personsWithin(choice.area, "p")} and r.region_code = ${choice.area.regionCode} and ${fits(choice)}`;
}

/** A row carries its place along, so that counting a city reads no person; of a branch are those in its packets. */
function rowsWithin(area: Area): RawBuilder<boolean> {
  if (area.branch === null) return placeWithin(area, "r");
  return sql`exists (select from app.persons p where p.id = r.person_id and ${personsWithin(area, "p")})`;
}

/** Somebody set out to save the worker, and the day until which that is waited for has not passed. */
const isRescued = (on: CivilDate) => sql<boolean>`exists (select from app.rescues w
  where w.person_id = r.person_id and w.undone_at is null and w.answer_by >= ${on}::date)`;

function fits(choice: ArrearsChoice): RawBuilder<boolean> {
  const { villageCode, fundSource, cause } = choice;
  return sql`(${inBucket(choice)}
    and (${villageCode}::text is null or r.village_code = ${villageCode})
    and (${fundSource}::text is null or r.fund_source = ${fundSource})
    and (${cause}::text is null or r.cause = ${cause}))`;
}

type InBuckets = Pick<ArrearsChoice, "on" | "thresholds" | "bucket">;

function bucketOf({ on, thresholds }: InBuckets): RawBuilder<Bucket> {
  const within = thresholds.map(
    (days) => sql`when r.safe_rescue_day <= ${addDays(on, days)}::date then ${String(days)}`,
  );
  return sql`case when r.state = 'village-owes' then 'village' when r.ends_on <= ${on}::date then 'ended'
    ${sql.join(within, sql` `)} end`;
}

function inBucket({ on, thresholds, bucket }: InBuckets): RawBuilder<boolean> {
  const until = (days: number) => sql<boolean>`r.safe_rescue_day <= ${addDays(on, days)}::date`;
  const isRecent = sql<boolean>`r.ends_on > ${addDays(on, -daysShownAfterEnd)}::date`;
  if (bucket === null)
    return sql`(r.state = 'village-owes' or (${until(thresholds.at(-1) ?? 0)} and ${isRecent}))`;
  if (bucket === "village") return sql`r.state = 'village-owes'`;
  if (bucket === "ended") return sql`(r.ends_on <= ${on}::date and ${isRecent})`;
  const at = thresholds.indexOf(Number(bucket));
  if (at < 0) return sql`false`;
  const after = at === 0 ? sql`true` : sql`not ${until(thresholds[at - 1]!)}`;
  return sql`(r.ends_on > ${on}::date and ${until(thresholds[at]!)} and ${after})`;
}
