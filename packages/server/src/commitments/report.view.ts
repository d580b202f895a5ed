import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** What the newest confirmed report of a budget has for a commitment; null where it has no such line. */
export type ReportedAmounts = {
  readonly commitmentId: string;
  readonly reportId: string;
  readonly initial: number | null;
  readonly changed: number | null;
};

export async function listReported(tx: Tx, area: Area, year: number): Promise<readonly ReportedAmounts[]> {
  const { rows } = await sql<ReportedAmounts>`
    select distinct on (g.commitment_id) g.commitment_id, g.report_id, g.initial_rupiah as initial, g.changed_rupiah as changed
    from app.budget_report_groups g join app.budget_reports r on r.id = g.report_id
    where ${placeWithin(area, "r")} and r.year = ${year} order by g.commitment_id, r.confirmed_at desc, r.id desc`.execute(
    tx,
  );
  return rows;
}
