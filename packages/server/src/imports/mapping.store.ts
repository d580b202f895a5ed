import { sql } from "kysely";
import type { RememberedMapping } from "@tuwai/domain/intake";
import type { Tx } from "#database";

export async function listMappings(
  tx: Tx,
  of: { readonly kind: string; readonly scopeKey: string },
): Promise<readonly RememberedMapping[]> {
  const { rows } = await sql<{ mapping: RememberedMapping }>`
    select mapping from app.import_mappings where kind = ${of.kind} and scope_key = ${of.scopeKey} order by updated_at desc limit 20`.execute(
    tx,
  );
  return rows.map((row) => row.mapping);
}

export async function upsertMapping(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly kind: string;
    readonly scopeKey: string;
    readonly headerHash: Buffer;
    readonly mapping: RememberedMapping;
    readonly at: Date;
  },
): Promise<void> {
  const updated = await sql`
    update app.import_mappings set mapping = ${JSON.stringify(of.mapping)}::jsonb, updated_at = ${of.at}, version = version + 1
    where kind = ${of.kind} and scope_key = ${of.scopeKey} and header_hash = ${of.headerHash}`.execute(tx);
  if (Number(updated.numAffectedRows ?? 0) > 0) return;
  await sql`
    insert into app.import_mappings (region_code, kind, scope_key, header_hash, mapping, updated_at)
    values (${of.regionCode}, ${of.kind}, ${of.scopeKey}, ${of.headerHash}, ${JSON.stringify(of.mapping)}::jsonb, ${of.at}) on conflict do nothing`.execute(
    tx,
  );
}
