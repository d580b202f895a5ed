import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** The city's own figure as it was published, oldest first: of each month the last one. */
export type ReleasedCity = {
  readonly asOf: CivilDate;
  readonly numerator: number | null;
  readonly listed: number | null;
};

export async function listReleasedCity(tx: Tx): Promise<readonly ReleasedCity[]> {
  const { rows } = await sql<ReleasedCity>`
    select distinct on (date_trunc('month', r.as_of_numerator)) r.as_of_numerator as as_of, c.numerator, c.denominator as listed
    from pub.releases r join pub.coverage c on c.release_id = r.id and c.level = 'city'
    where r.region_code = (select app.region())
    order by date_trunc('month', r.as_of_numerator), r.number desc`.execute(tx);
  return rows;
}
