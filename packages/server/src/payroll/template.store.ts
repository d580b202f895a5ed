import { sql } from "kysely";
import type { Tx } from "#database";
import type { PayrollColumn } from "./payroll-columns.ts";

export type PayrollTemplate = { readonly number: number; readonly columns: readonly PayrollColumn[] };

/** All templates an office ever had, the newest first: a result may still come in the columns of an older one. */
export async function listTemplates(tx: Tx, office: string): Promise<readonly PayrollTemplate[]> {
  const { rows } = await sql<PayrollTemplate>`
    select t.number, t.columns from app.payroll_templates t
    where t.region_code = (select app.region()) and t.opd = ${office} order by t.number desc`.execute(tx);
  return rows;
}

/** False when that number is taken: somebody else changed the columns first. */
export async function insertTemplate(
  tx: Tx,
  template: PayrollTemplate & {
    readonly regionCode: string;
    readonly office: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const done = await sql`
    insert into app.payroll_templates (region_code, opd, number, columns, changed_by, changed_at)
    values (${template.regionCode}, ${template.office}, ${template.number}, ${JSON.stringify(template.columns)}::jsonb, ${template.by},
      ${template.at}) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
