import { type RawBuilder, sql } from "kysely";
import { placeWithin } from "#access";
import type { Step } from "#use-case";
import { readDecileLines } from "./targeting-settings.ts";

/** Villages with poor workers who are not covered, by the last counts, of whom nobody has decided anything yet; the largest first. */
async function untouched({ tx, area, actor }: Step): Promise<RawBuilder<unknown>> {
  const { poorTo } = await readDecileLines(tx, actor.regionCode);
  return sql`
  select n.village_code, sum(n.people - n.covered) as left_out from app.targeting_counts n
  where n.release_id = (select r.id from app.targeting_releases r order by r.as_of desc nulls last, r.id desc limit 1)
    and n.side = 'register' and n.value = 'works' and n.village_code <> '' and ${placeWithin(area, "n")}
    and n.decile_to <= ${poorTo}
    and not exists (select from app.targeting_decisions d
      where d.region_code = n.region_code and d.village_code = n.village_code and d.undone_at is null)
  group by n.village_code having sum(n.people - n.covered) >= 1`;
}

export async function countUntouched(step: Step): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (${await untouched(step)}) u`.execute(step.tx);
  return rows[0]!.n;
}

export async function findFirstUntouched(step: Step): Promise<string | undefined> {
  const { rows } = await sql<{ villageCode: string }>`
    select village_code from (${await untouched(step)}) u order by left_out desc, village_code limit 1`.execute(
    step.tx,
  );
  return rows[0]?.villageCode;
}
