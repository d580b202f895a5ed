import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Area } from "#access";
import type { Tx } from "#database";

export type VillageOfficial = {
  readonly villageCode: string;
  readonly role: "OPR" | "KDS";
  readonly name: string;
  readonly lastSignIn: Date | null;
};

/** Who holds the posts of the area's villages today, operators first: officials in their office, no private person. */
export async function listOfficials(
  tx: Tx,
  area: Area,
  today: CivilDate,
): Promise<readonly VillageOfficial[]> {
  const within = area.villageCode ?? area.kecamatanCode ?? area.regionCode;
  const { rows } = await sql<VillageOfficial>`
    select a.scope as village_code, a.role, u."name",
      (select max(s."createdAt") from auth."session" s where s."userId" = a.user_id) as last_sign_in
    from auth.appointments a join auth."user" u on u."id" = a.user_id
    join auth.account_lives l on l.user_id = a.user_id and l.ended_at is null
    where a.region_code = ${area.regionCode} and a.role in ('OPR', 'KDS') and (a.scope = ${within} or starts_with(a.scope, ${`${within}.`}))
      and a.valid_from <= ${today}::date and (a.valid_until is null or a.valid_until > ${today}::date)
    order by a.scope, a.role desc, u."name"`.execute(tx);
  return rows;
}
