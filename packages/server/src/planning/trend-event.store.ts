import type { TrendEvent } from "@tuwai/domain/forecast";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { TrendFact } from "./trend-facts.view.ts";

type Place = { readonly villageCode: string | null; readonly kecamatanCode: string | null };

/** What happened in a place and in the city as a whole, one row a month, kind and year. */
export async function listTrendEvents(
  tx: Tx,
  { villageCode, kecamatanCode }: Place,
): Promise<readonly TrendEvent[]> {
  const { rows } = await sql<TrendEvent>`
    select kind, to_char(month, 'YYYY-MM') as month, year,
      (case when kind = 'target' then max(number) else sum(number) end)::float8 as number
    from app.trend_events
    where region_code = (select app.region()) and (village_code is null
      or case when ${villageCode}::text is not null then village_code = ${villageCode}
        else ${kecamatanCode}::text is null or kecamatan_code = ${kecamatanCode} end)
    group by kind, app.trend_events.month, year order by 2, 1`.execute(tx);
  return rows;
}

/** Puts these in the place of all that stood there. */
export async function replaceTrendEvents(
  tx: Tx,
  facts: readonly TrendFact[],
  regionCode: string,
): Promise<void> {
  await sql`delete from app.trend_events where region_code = ${regionCode}`.execute(tx);
  const rows = facts.map((fact) => ({ ...fact, month: firstDay(fact.month) }));
  await sql`
    insert into app.trend_events (region_code, kind, month, village_code, kecamatan_code, number, year)
    select ${regionCode}, r."kind", r."month", r."villageCode", r."kecamatanCode", max(r."number"), r."year"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("kind" text, "month" date, "villageCode" text, "kecamatanCode" text, "number" numeric, "year" int)
    group by 2, 3, 4, 5, 7`.execute(tx);
}
