import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** The city's own figure as it was published of each complete month, oldest first; the estimate as it stood then. */
export type ReleasedCity = {
  readonly month: Month;
  readonly numerator: number | null;
  readonly listed: number | null;
  readonly estimate: number | null;
};

export async function listReleasedCity(tx: Tx): Promise<readonly ReleasedCity[]> {
  const { rows } = await sql<ReleasedCity>`
    select distinct on (r.month) to_char(r.month, 'YYYY-MM') as month, c.numerator, c.listed, c.estimate
    from pub.releases r join pub.coverage c on c.release_id = r.id and c.level = 'city'
    where r.region_code = (select app.region()) and r.month is not null
    order by r.month, r.number desc`.execute(tx);
  return rows;
}
