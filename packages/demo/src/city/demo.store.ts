import { sql } from "kysely";
import type { App } from "@tuwai/server/app";
import { asSystem } from "@tuwai/server/database";

export type Servant = { readonly id: string; readonly office: string };

export async function findDemoState(app: App): Promise<{ readonly isDone: boolean }> {
  return asSystem(app, async (tx) => {
    const { rows } =
      await sql`select from app.settings where region_code = ${app.config.regionCode} and name = 'demo-city-loaded'`.execute(
        tx,
      );
    return { isDone: rows.length > 0 };
  });
}

export async function markDemoDone(app: App): Promise<void> {
  await asSystem(app, async (tx) => {
    await sql`
      insert into app.settings (region_code, name, value, confirmed, source, changed_at)
      values (${app.config.regionCode}, 'demo-city-loaded', 'true', true, 'demo', ${app.clock.now()}) on conflict do nothing`.execute(
      tx,
    );
  });
}

/** Live civil servants in a fixed order. */
export async function listServants(app: App): Promise<readonly Servant[]> {
  return asSystem(app, async (tx) => {
    const { rows } = await sql<Servant>`
      select id, coalesce(attributes->>'office', '-') as office from app.source_records
      where kind = 'civil-servants' and withdrawn_at is null order by sheet, row_no`.execute(tx);
    return rows;
  });
}
