import { sql } from "kysely";
import type { Tx } from "#database";

export type SettingRow = { readonly name: string; readonly value: unknown; readonly confirmed: boolean };

export async function listSettingRows(
  tx: Tx,
  regionCode: string,
  names: readonly string[],
): Promise<readonly SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select name, value, confirmed from app.settings
    where region_code = ${regionCode} and name = any(${names}::text[])`.execute(tx);
  return rows;
}

export type NewSetting = SettingRow & { readonly source: string };

export async function insertMissingSettings(
  tx: Tx,
  regionCode: string,
  settings: readonly NewSetting[],
): Promise<void> {
  await sql`
    insert into app.settings (region_code, name, value, confirmed, source, changed_at)
    select ${regionCode}, s.name, s.value, s.confirmed, s.source, (select app.now())
    from jsonb_to_recordset(${JSON.stringify(settings)}::jsonb) as s(name text, value jsonb, confirmed boolean, source text)
    on conflict do nothing`.execute(tx);
}
