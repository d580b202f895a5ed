import { reportWage } from "@tuwai/domain/contributions";
import { monthOf } from "@tuwai/domain/time";
import { recordWages } from "#cover";
import { changeWages, lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import { newWageOf } from "./judge-officer.ts";
import { listOfficersOf } from "./officer.view.ts";

export type ReportWages = Operation & { readonly personIds: readonly string[] };

export type ReportWagesOutcome =
  | { readonly outcome: "reported"; readonly officers: number }
  | { readonly outcome: "nothing-new" };

/** From this month on these officers cost by the wage of the newest list; months before stay as they were reported. */
export const reportWages = change(
  { name: "officer.report-wages", permission: "officer.enrol" },
  async (step, input: ReportWages): Promise<ReportWagesOutcome> => {
    await lockPayers(step.tx);
    const month = monthOf(step.today);
    const rows = await listOfficersOf(step.tx, step.area, [...new Set(input.personIds)]);
    const reports = rows.flatMap((row) => {
      const rupiah = newWageOf(row, month);
      if (rupiah === null || row.enrolmentId === null) return [];
      const { enrolmentId, personId, villageCode, kecamatanCode } = row;
      const wages = reportWage(row.wages, { from: month, rupiah });
      return [{ enrolmentId, personId, villageCode, kecamatanCode, wages, from: month, baseRupiah: rupiah }];
    });
    if (reports.length === 0) return step.unchanged({ outcome: "nothing-new" });
    await changeWages(step, reports);
    await recordWages(step, reports);
    const details = { month, enrolments: reports.map(({ enrolmentId }) => enrolmentId) };
    await step.audit({ objectType: "enrolment", objectId: "officers", details });
    return { outcome: "reported", officers: reports.length };
  },
);
