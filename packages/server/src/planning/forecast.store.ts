import type { AreaForecast, BackTest, Season } from "@tuwai/domain/forecast";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/** Months after the last complete one: payments for them still come. */
export type LaterMonth = { readonly month: Month; readonly covered: number };

/** Shares of hits are those of all villages, wherever they are shown. */
export type StoredForecast = AreaForecast & {
  readonly later: readonly LaterMonth[];
  readonly test: Omit<BackTest, "errors">;
  readonly season: Season;
  readonly version: number;
  /** Whether everyone is estimated, or only who stands on a list. */
  readonly isEstimated: boolean;
};

export type ForecastRow = {
  readonly areaCode: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly answer: StoredForecast;
};

/** One forecast of a city at a time: the older answer must not be stored last. */
export const lockForecast = (tx: Tx): Promise<void> => lockCity(tx, "forecast");

export async function findForecast(
  tx: Tx,
  areaCode: string,
): Promise<(ForecastRow & { readonly computedAt: Date }) | undefined> {
  const { rows } = await sql<ForecastRow & { readonly computedAt: Date }>`
    select area_code, village_code, kecamatan_code, answer, computed_at from app.forecasts
    where region_code = (select app.region()) and area_code = ${areaCode}`.execute(tx);
  return rows[0];
}

/** What a plan starts from in each village. */
export type VillageStanding = {
  readonly code: string;
  readonly kecamatanCode: string;
  readonly everyone: number;
  readonly covered: number;
};

export async function listVillageStandings(tx: Tx): Promise<readonly VillageStanding[]> {
  const { rows } = await sql<VillageStanding>`
    select village_code as code, kecamatan_code, (answer ->> 'everyone')::int as everyone, (answer ->> 'covered')::int as covered
    from app.forecasts where region_code = (select app.region()) and village_code is not null order by village_code`.execute(
    tx,
  );
  return rows;
}

export async function findFingerprint(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ fingerprint: string }>`
    select fingerprint from app.forecasts where region_code = (select app.region()) limit 1`.execute(tx);
  return rows[0]?.fingerprint;
}

type Stamp = { readonly regionCode: string; readonly fingerprint: string; readonly at: Date };

/** Puts these in the place of all that stood there. */
export async function replaceForecasts(tx: Tx, rows: readonly ForecastRow[], stamp: Stamp): Promise<void> {
  const { regionCode, fingerprint, at } = stamp;
  await sql`delete from app.forecasts where region_code = ${regionCode}`.execute(tx);
  const written = rows.map((row) => ({ ...row, fromMonth: firstDay(row.answer.from) }));
  await sql`
    insert into app.forecasts (region_code, area_code, village_code, kecamatan_code, from_month, fingerprint, answer, computed_at)
    select ${regionCode}, r."areaCode", r."villageCode", r."kecamatanCode", r."fromMonth", ${fingerprint}, r."answer", ${at}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as r("areaCode" text, "villageCode" text, "kecamatanCode" text, "fromMonth" date, "answer" jsonb)`.execute(
    tx,
  );
}
