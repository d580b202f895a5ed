import { type ReportStage, reportStages, reportUntil } from "@tuwai/domain/incident-reports";
import { type PageOf, pageOf, read } from "#use-case";
import { countReports, listReportRows, type ReportFilter, type ReportRow } from "./report.store.ts";

/** A report on a list: nobody's name, and not the code, which is the reporter's. */
export type ListedReport = Omit<ReportRow, "code" | "personId" | "lifeEventId" | "claimId" | "takenBy"> & {
  readonly isLinked: boolean;
  /** Epoch milliseconds until which BPJS must be told; null where no such clock runs. */
  readonly until: number | null;
};

export type ReportPage = PageOf<ListedReport> & {
  readonly counts: Readonly<Record<ReportStage, number>>;
};

/** Reports of the area at one stage, those that wait longest first. */
export const listIncidentReports = read(
  { purpose: "incident-report-list", permission: "incident_report.list" },
  async (
    { tx, area },
    input: ReportFilter & { readonly stage?: string; readonly page?: number | undefined },
  ): Promise<ReportPage> => {
    const stage = reportStages.find((known) => known === input.stage) ?? "reported";
    const filter = { villageCode: input.villageCode, kind: input.kind };
    const counts = {
      reported: await countReports(tx, area, "reported", filter),
      confirmed: await countReports(tx, area, "confirmed", filter),
      closed: await countReports(tx, area, "closed", filter),
    };
    const found = await pageOf(
      { page: input.page, size: 50 },
      () => Promise.resolve(counts[stage]),
      (part) => listReportRows(tx, area, { stage, filter, ...part }),
    );
    return { ...found, rows: found.rows.map(listed), counts };
  },
);

/** The clock of a report: of a death at work it runs from the accident. */
export const clockOf = (
  row: Pick<ReportRow, "kind" | "accidentOn" | "happenedOn" | "happenedTime">,
): number | null =>
  reportUntil({ kind: row.kind, on: row.accidentOn ?? row.happenedOn, time: row.happenedTime });

export function listed(row: ReportRow): ListedReport {
  const { code: _code, personId, lifeEventId: _event, claimId: _claim, takenBy: _by, ...shown } = row;
  return { ...shown, isLinked: personId !== null, until: clockOf(row) };
}
