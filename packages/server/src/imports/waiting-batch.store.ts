import { sql } from "kysely";
import { type Area, importsWithin } from "#access";
import type { Actor } from "#app";
import type { Tx } from "#database";

type OwnImports = {
  readonly toFinish: number;
  readonly rowsToRepair: number;
  /** Rows mended after the rest was saved, so many that a second person has to be asked first. */
  readonly rowsToAskFor: number;
};

/**
 * Files of the actor's own desk: begun and not applied, and rows left to repair in the newest file of each kind and village;
 * a newer file of the same list takes the older one's place. A file that we could not read through no fault of its own counts
 * among those to finish. Rows stay tasks for as long as the file may be undone.
 */
export async function countOwnImports(
  tx: Tx,
  actor: Actor,
  of: { readonly at: Date; readonly days: number },
): Promise<OwnImports> {
  const result = await sql<OwnImports>`
    with mine as (
      select distinct on (kind, village_code) state, counts from app.import_batches
      where region_code = ${actor.regionCode} and uploaded_role = ${actor.role} and uploaded_scope is not distinct from ${actor.scope ?? null}::text
        and (state in ('needs-mapping', 'checked', 'awaiting-approval', 'applying', 'applied')
          or state = 'refused' and refusal->>'code' in ('E-READER', 'E-DAMAGED'))
        and uploaded_at > ${of.at}::timestamptz - make_interval(days => ${of.days})
      order by kind, village_code, uploaded_at desc, id desc
    )
    select count(*) filter (where state in ('needs-mapping', 'checked', 'refused'))::int as to_finish,
      coalesce(sum((counts->>'repair')::int) filter (where state = 'applied'), 0)::int as rows_to_repair,
      coalesce(sum((counts->>'accepted')::int - (counts#>>'{detail,applied}')::int - (counts#>>'{detail,unchanged}')::int)
        filter (where state = 'applied'), 0)::int as rows_to_ask_for from mine`.execute(tx);
  return result.rows[0]!;
}

/** Files that wait for a second person: anybody but their sender. */
export async function countToApprove(
  tx: Tx,
  area: Area,
  by: { readonly userId: string; readonly kinds: readonly string[] | null },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.import_batches b
    where ${importsWithin(area, "b")} and state = 'awaiting-approval' and uploaded_by <> ${by.userId}
      and (${by.kinds}::text[] is null or kind = any(${by.kinds}::text[]))`.execute(tx);
  return rows[0]!.n;
}
