import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ReportRow } from "./report.store.ts";

export type StepName = "report" | "link" | "confirm" | "refute" | "correct" | "merge" | "follow";
export type ReportStep = {
  readonly step: StepName;
  /** Days and codes; no name. */
  readonly details: Readonly<Record<string, string | null>>;
  readonly takenRole: string;
  readonly takenAt: Date;
};

type Of = Pick<ReportRow, "id" | "villageCode" | "kecamatanCode">;

export async function insertStep(
  { tx, actor, now, newId }: Step,
  of: Of,
  step: StepName,
  details: ReportStep["details"] = {},
): Promise<void> {
  await sql`
    insert into app.incident_report_steps (region_code, id, report_id, village_code, kecamatan_code, step, details, taken_role, taken_by, taken_at)
    values (${actor.regionCode}, ${newId()}, ${of.id}, ${of.villageCode}, ${of.kecamatanCode}, ${step}, ${JSON.stringify(details)}::jsonb,
      ${actor.role}, ${actor.userId}, ${now})`.execute(tx);
}

export async function listSteps(tx: Tx, reportId: string): Promise<readonly ReportStep[]> {
  const { rows } = await sql<ReportStep>`
    select s.step, s.details, s.taken_role, s.taken_at from app.incident_report_steps s
    where s.report_id = ${reportId} order by s.taken_at, s.id`.execute(tx);
  return rows;
}
