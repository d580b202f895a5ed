import { sql } from "kysely";
import type { Tx } from "#database";

export async function insertMissingSettings(
  tx: Tx,
  settings: {
    readonly regionCode: string;
    readonly at: Date;
    readonly source: string;
    readonly values: Readonly<Record<string, number>>;
  },
): Promise<void> {
  await sql`
    insert into app.settings (region_code, name, value, confirmed, source, changed_at)
    select ${settings.regionCode}, key, value, false, ${settings.source}, ${settings.at}
    from jsonb_each(${JSON.stringify(settings.values)}::jsonb)
    on conflict do nothing`.execute(tx);
}

export async function listSettings(
  tx: Tx,
  names: readonly string[],
): Promise<readonly { readonly name: string; readonly value: unknown }[]> {
  const result = await sql<{ name: string; value: unknown }>`
    select name, value from app.settings where name = any(${names}::text[])`.execute(tx);
  return result.rows;
}
