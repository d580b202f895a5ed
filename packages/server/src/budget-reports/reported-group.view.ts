import { sql } from "kysely";
import type { Tx } from "#database";
import type { GroupRow } from "./report.store.ts";

/** What a confirmed report has for a group, beside what is promised now. */
export type ReportedGroup = GroupRow & { readonly promised: number };

export async function listReportedGroups(tx: Tx, reportId: string): Promise<readonly ReportedGroup[]> {
  const { rows } = await sql<ReportedGroup>`
    select g.group_code as group, g.commitment_id, g.initial_rupiah as initial, g.changed_rupiah as changed, g.codes,
      c.promised_rupiah as promised
    from app.budget_report_groups g join app.commitments c on c.id = g.commitment_id
    where g.report_id = ${reportId} order by c.id`.execute(tx);
  return rows;
}
