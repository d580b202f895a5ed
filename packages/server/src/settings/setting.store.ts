import { sql } from "kysely";
import type { Actor } from "#app";
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

/** One setting as the actor has decided it. */
export async function writeSetting(
  { tx, actor }: { readonly tx: Tx; readonly actor: Pick<Actor, "regionCode" | "userId"> },
  name: string,
  value: string | null,
): Promise<void> {
  await sql`
    insert into app.settings (region_code, name, value, confirmed, source, changed_by, changed_at)
    values (${actor.regionCode}, ${name}, ${JSON.stringify(value)}::jsonb, true, 'administrator', ${actor.userId}, (select app.now()))
    on conflict (region_code, name) do update set value = excluded.value, confirmed = true, source = excluded.source,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = app.settings.version + 1`.execute(
    tx,
  );
}
