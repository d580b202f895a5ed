import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** What BPJS and the city agreed for one group. */
export type Terms = {
  readonly number: string | null;
  readonly agreement: string | null;
  readonly agreedFrom: CivilDate | null;
  readonly agreedUntil: CivilDate | null;
};

/** The numbers (NPP) of these groups, as far as they are known. */
export async function findNumbers(
  tx: Tx,
  regionCode: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; number: string }>`
    select key, number from app.groups
    where region_code = ${regionCode} and key = any(${keys}::text[]) and number is not null`.execute(tx);
  return new Map(rows.map(({ key, number }) => [key, number]));
}

/** The version of what is noted for a group, held until the transaction ends; 0 where nothing is. */
export async function lockTerms(tx: Tx, regionCode: string, key: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from app.groups where region_code = ${regionCode} and key = ${key} for update`.execute(tx);
  return rows[0]?.version ?? 0;
}

type Noted = Terms & {
  readonly regionCode: string;
  readonly key: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertTerms(tx: Tx, terms: Noted): Promise<void> {
  await sql`
    insert into app.groups (region_code, key, number, agreement, agreed_from, agreed_until, changed_by, changed_at)
    values (${terms.regionCode}, ${terms.key}, ${terms.number}, ${terms.agreement}, ${terms.agreedFrom}::date,
      ${terms.agreedUntil}::date, ${terms.by}, ${terms.at})`.execute(tx);
}

export async function updateTerms(tx: Tx, terms: Noted): Promise<void> {
  await sql`
    update app.groups set number = ${terms.number}, agreement = ${terms.agreement}, agreed_from = ${terms.agreedFrom}::date,
      agreed_until = ${terms.agreedUntil}::date, changed_by = ${terms.by}, changed_at = ${terms.at}, version = version + 1
    where region_code = ${terms.regionCode} and key = ${terms.key}`.execute(tx);
}
