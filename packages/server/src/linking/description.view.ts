import { sql } from "kysely";
import type { Tx } from "#database";

export type DescribedRow = {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly villageCode: string | null;
  readonly address: string | null;
  readonly nikSealed: Buffer | null;
  readonly familyCardSealed: Buffer | null;
};

export async function listPersonRows(
  tx: Tx,
  ids: readonly string[] | null,
): Promise<readonly DescribedRow[]> {
  const result = await sql<DescribedRow>`
    select id, full_name, birth_date, sex, village_code, address, nik_sealed, family_card_sealed
    from app.persons
    where withdrawn_at is null and (${ids === null} or id = any(${ids ?? []}::uuid[]))
    order by id`.execute(tx);
  return result.rows;
}

const rowsPerFetch = 10_000;

/** Hands over the live records of a kind in portions; one cursor, so that a million rows are read once. */
export async function forEachLiveRecord(
  tx: Tx,
  kind: string,
  use: (rows: readonly DescribedRow[]) => Promise<void>,
): Promise<void> {
  await sql`
    declare live_records no scroll cursor for
    select id, full_name, birth_date, sex, village_code, address, nik_sealed, family_card_sealed
    from app.source_records where kind = ${sql.lit(kind)} and withdrawn_at is null order by id`.execute(tx);
  for (;;) {
    const { rows } = await sql<DescribedRow>`fetch ${sql.lit(rowsPerFetch)} from live_records`.execute(tx);
    if (rows.length === 0) break;
    await use(rows);
  }
  await sql`close live_records`.execute(tx);
}
