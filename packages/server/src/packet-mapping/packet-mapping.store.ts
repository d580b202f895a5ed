import { sql } from "kysely";
import type { Tx } from "#database";
import type { PacketColumn } from "./packet-columns.ts";

export type PacketMapping = {
  readonly branch: string;
  readonly number: number;
  readonly columns: readonly PacketColumn[];
};

/** Whose columns: branches are named within a city. */
export type Branch = { readonly regionCode: string; readonly branch: string };

export async function findLatestMapping(
  tx: Tx,
  { regionCode, branch }: Branch,
): Promise<PacketMapping | undefined> {
  const { rows } = await sql<PacketMapping>`
    select branch, number, columns from app.packet_mappings
    where region_code = ${regionCode} and branch = ${branch} order by number desc limit 1`.execute(tx);
  return rows[0];
}

export async function findMapping(
  tx: Tx,
  { regionCode, branch }: Branch,
  number: number,
): Promise<PacketMapping | undefined> {
  const { rows } = await sql<PacketMapping>`
    select branch, number, columns from app.packet_mappings
    where region_code = ${regionCode} and branch = ${branch} and number = ${number}`.execute(tx);
  return rows[0];
}

type NewMapping = PacketMapping & {
  readonly regionCode: string;
  readonly changedBy: string;
  readonly at: Date;
};

/** False when that number is taken: somebody else changed the mapping first. */
export async function insertMapping(tx: Tx, mapping: NewMapping): Promise<boolean> {
  const result = await sql`
    insert into app.packet_mappings (region_code, branch, number, columns, changed_by, at)
    values (${mapping.regionCode}, ${mapping.branch}, ${mapping.number}, ${JSON.stringify(mapping.columns)}::jsonb,
      ${mapping.changedBy}, ${mapping.at})
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}
