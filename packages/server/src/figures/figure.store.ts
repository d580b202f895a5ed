import type { Arrival, Cohort, FigureCounts, FigureGroup, MonthFigure } from "@tuwai/domain/figures";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Area } from "#access";
import { lockCity, type Tx } from "#database";

/** One counting of a city at a time: the older answer must not be stored last. */
export async function lockFigures(tx: Tx): Promise<void> {
  await lockCity(tx, "figures");
}

type FigureRow = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly groupCode: FigureGroup;
  readonly month: Month;
  readonly counts: FigureCounts;
};

const within = (area: Area) =>
  sql`region_code = ${area.regionCode} and village_code = coalesce(${area.villageCode}, village_code)
    and kecamatan_code = coalesce(${area.kecamatanCode}, kecamatan_code)`;

export async function listFigureRows(tx: Tx, area: Area): Promise<readonly MonthFigure[]> {
  const { rows } = await sql<FigureRow>`
    select village_code, kecamatan_code, group_code, to_char(month, 'YYYY-MM') as month, counts
    from app.month_figures where ${within(area)} order by app.month_figures.month, village_code, group_code`.execute(
    tx,
  );
  return rows.map(({ counts, groupCode, ...place }) => ({ ...place, group: groupCode, ...counts }));
}

export async function listCohortRows(tx: Tx, area: Area): Promise<readonly Cohort[]> {
  const { rows } = await sql<Cohort>`
    select village_code, kecamatan_code, to_char(joined_month, 'YYYY-MM') as joined_month, to_char(month, 'YYYY-MM') as month, covered
    from app.cohort_figures where ${within(area)}
    order by app.cohort_figures.joined_month, app.cohort_figures.month, village_code`.execute(tx);
  return rows;
}

export async function listArrivalRows(tx: Tx, regionCode: string): Promise<readonly Arrival[]> {
  const { rows } = await sql<Arrival>`
    select to_char(month, 'YYYY-MM') as month, day, payments from app.arrival_figures
    where region_code = ${regionCode} order by app.arrival_figures.month, day`.execute(tx);
  return rows;
}

type Stamp = { readonly regionCode: string; readonly at: Date };

/** Puts these villages' figures in the place of what stood there. */
export async function replaceFigures(
  tx: Tx,
  figures: readonly MonthFigure[],
  gone: readonly Pick<MonthFigure, "villageCode" | "group" | "month">[],
  { regionCode, at }: Stamp,
): Promise<void> {
  await sql`
    delete from app.month_figures f using jsonb_to_recordset(${JSON.stringify(
      [...gone, ...figures].map(({ villageCode, group, month }) => ({
        villageCode,
        group,
        month: firstDay(month),
      })),
    )}::jsonb) as g("villageCode" text, "group" text, "month" date)
    where f.region_code = ${regionCode} and f.village_code = g."villageCode" and f.group_code = g."group" and f.month = g."month"`.execute(
    tx,
  );
  const rows = figures.map(({ villageCode, kecamatanCode, group, month, ...counts }) => {
    return { villageCode, kecamatanCode, group, month: firstDay(month), counts };
  });
  await sql`
    insert into app.month_figures (region_code, village_code, kecamatan_code, group_code, month, counts, counted_at)
    select ${regionCode}, r."villageCode", r."kecamatanCode", r."group", r."month", r."counts", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("villageCode" text, "kecamatanCode" text, "group" text, "month" date, "counts" jsonb)`.execute(tx);
}

export async function replaceCohorts(tx: Tx, cohorts: readonly Cohort[], regionCode: string): Promise<void> {
  await sql`delete from app.cohort_figures where region_code = ${regionCode}`.execute(tx);
  const rows = cohorts.map((cohort) => {
    return { ...cohort, joinedMonth: firstDay(cohort.joinedMonth), month: firstDay(cohort.month) };
  });
  await sql`
    insert into app.cohort_figures (region_code, village_code, kecamatan_code, joined_month, month, covered)
    select ${regionCode}, r."villageCode", r."kecamatanCode", r."joinedMonth", r."month", r."covered"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("villageCode" text, "kecamatanCode" text, "joinedMonth" date, "month" date, "covered" integer)`.execute(
    tx,
  );
}

export async function replaceArrivals(
  tx: Tx,
  arrivals: readonly Arrival[],
  regionCode: string,
): Promise<void> {
  await sql`delete from app.arrival_figures where region_code = ${regionCode}`.execute(tx);
  await sql`
    insert into app.arrival_figures (region_code, month, day, payments)
    select ${regionCode}, r."month", r."day", r."payments"
    from jsonb_to_recordset(${JSON.stringify(arrivals.map((one) => ({ ...one, month: firstDay(one.month) })))}::jsonb)
      as r("month" date, "day" integer, "payments" integer)`.execute(tx);
}
