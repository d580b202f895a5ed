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

/** By the days left to the stricter last day; `ended`: membership is over; `village`: officers whose village owes, whom no day ends. */
export type Bucket = "30" | "60" | "90" | "ended" | "village";

export type ArrearsChoice = {
  readonly area: Area;
  readonly on: CivilDate;
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
  readonly asOf: CivilDate;
};

/** Who loses the most days first stands first. */
export async function listArrearsRows(
  tx: Tx,
  choice: ArrearsChoice,
  { limit, offset }: PageSize,
): Promise<readonly ArrearsRow[]> {
  const { rows } = await sql<ArrearsRow>`
    select r.person_id, p.code, p.full_name, p.village_code, p.occupation_group, r.state, r.cause, r.fund_source, r.payer_until,
      r.owed_months, r.arrears_rupiah, r.natural_rupiah, r.accident_rupiah, r.paid_until, r.safe_rescue_day, r.last_rescue_day,
      r.ends_on, r.due_on, r.as_of
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
};

export async function listArrearsGroups(tx: Tx, choice: ArrearsChoice): Promise<readonly ArrearsGroup[]> {
  const { rows } = await sql<ArrearsGroup>`
    select ${bucketOf(choice.on)} as bucket, r.fund_source, r.village_code, r.cause, count(*)::int as workers,
      coalesce(sum(r.arrears_rupiah), 0)::bigint as arrears_rupiah, count(*) filter (where r.arrears_rupiah is null)::int as without_price,
      sum(r.natural_rupiah)::bigint as natural_rupiah, min(coalesce(r.safe_rescue_day, r.due_on)) as pay_by, count(a.person_id)::int as untold
    from app.arrears r left join (select distinct person_id from app.cover_alarms
      where withdrawn_at is null and told_at is null) a on a.person_id = r.person_id
    where ${rowsWithin(choice.area)} and ${fits(choice)}
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** Those of the whole choice whose payer should pay: one who ended is told nothing. */
export async function listOwing(tx: Tx, choice: ArrearsChoice): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select r.person_id from ${chosen(choice)} and r.cause <> 'payer-ended'`.execute(tx);
  return rows.map(({ personId }) => personId);
}

export async function countIn(
  tx: Tx,
  area: Area,
  { on, bucket }: Pick<ArrearsChoice, "on" | "bucket">,
): Promise<number> {
  const choice = { area, on, bucket, villageCode: null, fundSource: null, cause: null } as const;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.arrears r where ${rowsWithin(area)} and ${fits(choice)}`.execute(tx);
  return rows[0]!.n;
}

function chosen(choice: ArrearsChoice): RawBuilder<unknown> {
  return sql`app.arrears r join app.persons p on p.id = r.person_id and p.withdrawn_at is null
    where ${personsWithin(choice.area, "p")} and r.region_code = ${choice.area.regionCode} and ${fits(choice)}`;
}

/** A row carries its place along, so that counting a city reads no person; of a branch are those in its packets. */
function rowsWithin(area: Area): RawBuilder<boolean> {
  if (area.branch === null) return placeWithin(area, "r");
  return sql`exists (select from app.persons p where p.id = r.person_id and ${personsWithin(area, "p")})`;
}

function fits({ on, bucket, villageCode, fundSource, cause }: ArrearsChoice): RawBuilder<boolean> {
  return sql`(${inBucket(on, bucket)}
    and (${villageCode}::text is null or r.village_code = ${villageCode})
    and (${fundSource}::text is null or r.fund_source = ${fundSource})
    and (${cause}::text is null or r.cause = ${cause}))`;
}

const bucketOf = (
  on: CivilDate,
) => sql`case when r.state = 'village-owes' then 'village' when r.ends_on <= ${on}::date then 'ended'
  when r.safe_rescue_day <= ${addDays(on, 30)}::date then '30'
  when r.safe_rescue_day <= ${addDays(on, 60)}::date then '60' else '90' end`;

function inBucket(on: CivilDate, bucket: Bucket | null): RawBuilder<boolean> {
  const until = (days: number) => sql<boolean>`r.safe_rescue_day <= ${addDays(on, days)}::date`;
  const after = (days: number) => sql<boolean>`r.safe_rescue_day > ${addDays(on, days)}::date`;
  const runs = sql<boolean>`r.ends_on > ${on}::date`;
  const isRecent = sql<boolean>`r.ends_on > ${addDays(on, -daysShownAfterEnd)}::date`;
  const within: Readonly<Record<Bucket, RawBuilder<boolean>>> = {
    "30": sql`(${runs} and ${until(30)})`,
    "60": sql`(${runs} and ${after(30)} and ${until(60)})`,
    "90": sql`(${runs} and ${after(60)} and ${until(90)})`,
    village: sql`r.state = 'village-owes'`,
    ended: sql`(r.ends_on <= ${on}::date and ${isRecent})`,
  };
  return bucket === null ? sql`(r.state = 'village-owes' or (${until(90)} and ${isRecent}))` : within[bucket];
}
