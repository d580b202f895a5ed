import type { BudgetLine, ReportStage } from "@tuwai/domain/budget-reports";
import type { Group } from "@tuwai/domain/grants";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Role } from "#app";
import type { Tx } from "#database";

export type ReportRow = {
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly year: number;
  readonly stage: ReportStage;
  readonly hasChange: boolean;
  readonly paperNumber: string;
  readonly paperOn: CivilDate;
  readonly fileName: string;
  readonly fileFormat: "xlsx" | "ods" | "csv" | "tsv";
  readonly fileHash: Buffer;
  readonly handedRole: Role;
  readonly handedAt: Date;
  readonly confirmedRole: Role | null;
  readonly confirmedAt: Date | null;
};

const columns = sql`r.id, r.village_code, r.kecamatan_code, r.year, r.stage, r.has_change, r.paper_number, r.paper_on, r.file_name,
  r.file_format, r.file_hash, r.handed_role, r.handed_at, r.confirmed_role, r.confirmed_at`;

/** The reports of one village and year, newest first. */
export async function listReportRows(
  tx: Tx,
  of: { readonly area: Area; readonly villageCode: string; readonly year: number },
): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from app.budget_reports r
    where ${placeWithin(of.area, "r")} and r.village_code = ${of.villageCode} and r.year = ${of.year}
    order by r.handed_at desc, r.id desc limit 50`.execute(tx);
  return rows;
}

/** The newest of each budget while it can still be confirmed: a first budget in force is put in force once. */
export async function countOpenReports(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app.budget_reports r
    where ${placeWithin(area, "r")} and r.confirmed_at is null and not exists (
      select from app.budget_reports o where o.region_code = r.region_code and o.village_code = r.village_code and o.year = r.year
        and o.stage = r.stage and o.has_change = r.has_change and (o.handed_at > r.handed_at or o.confirmed_at > r.handed_at
          or (o.confirmed_at is not null and o.stage = 'enacted' and not o.has_change)))`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type KeptLines = { readonly lines: readonly BudgetLine[] };

export async function findReport(
  tx: Tx,
  area: Area,
  id: string,
): Promise<(ReportRow & KeptLines) | undefined> {
  const { rows } = await sql<ReportRow & KeptLines>`
    select ${columns}, r.lines from app.budget_reports r where r.id = ${id} and ${placeWithin(area, "r")}`.execute(
    tx,
  );
  return rows[0];
}

/** Held until the transaction ends, so that nobody confirms it beside us. */
export async function lockReport(
  tx: Tx,
  area: Area,
  id: string,
): Promise<(ReportRow & KeptLines) | undefined> {
  const { rows } = await sql<ReportRow & KeptLines>`
    select ${columns}, r.lines from app.budget_reports r where r.id = ${id} and ${placeWithin(area, "r")}
    for update`.execute(tx);
  return rows[0];
}

/** The same file for the same budget was handed in before. */
export async function findSameReport(
  tx: Tx,
  of: Pick<ReportRow, "villageCode" | "year" | "stage" | "fileHash"> & { readonly regionCode: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from app.budget_reports where region_code = ${of.regionCode} and village_code = ${of.villageCode} and year = ${of.year}
      and stage = ${of.stage} and file_hash = ${of.fileHash}`.execute(tx);
  return rows[0]?.id;
}

export async function findSealedFile(
  tx: Tx,
  area: Area,
  id: string,
): Promise<(Pick<ReportRow, "id" | "fileName" | "fileFormat"> & { readonly sealed: Buffer }) | undefined> {
  const { rows } = await sql<Pick<ReportRow, "id" | "fileName" | "fileFormat"> & { readonly sealed: Buffer }>`
    select r.id, r.file_name, r.file_format, r.file_sealed as sealed from app.budget_reports r
    where r.id = ${id} and ${placeWithin(area, "r")}`.execute(tx);
  return rows[0];
}

type NewReport = Omit<ReportRow, "confirmedRole" | "confirmedAt"> &
  KeptLines & { readonly regionCode: string; readonly fileSealed: Buffer; readonly by: string };

export async function insertReport(tx: Tx, r: NewReport): Promise<void> {
  await sql`
    insert into app.budget_reports (region_code, id, village_code, kecamatan_code, year, stage, has_change, paper_number, paper_on,
      file_name, file_format, file_hash, file_sealed, lines, handed_by, handed_role, handed_at)
    values (${r.regionCode}, ${r.id}, ${r.villageCode}, ${r.kecamatanCode}, ${r.year}, ${r.stage}, ${r.hasChange}, ${r.paperNumber},
      ${r.paperOn}::date, ${r.fileName}, ${r.fileFormat}, ${r.fileHash}, ${r.fileSealed}, ${JSON.stringify(r.lines)}::jsonb, ${r.by},
      ${r.handedRole}, ${r.handedAt})`.execute(tx);
}

export async function markConfirmed(
  tx: Tx,
  r: { readonly id: string; readonly by: string; readonly role: Role; readonly at: Date },
): Promise<void> {
  await sql`
    update app.budget_reports set confirmed_by = ${r.by}, confirmed_role = ${r.role}, confirmed_at = ${r.at}
    where id = ${r.id}`.execute(tx);
}

export type GroupRow = {
  readonly group: Group;
  readonly commitmentId: string;
  readonly initial: number | null;
  readonly changed: number | null;
  readonly codes: readonly string[];
};

export async function insertGroup(
  tx: Tx,
  g: GroupRow & {
    readonly regionCode: string;
    readonly reportId: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
  },
): Promise<void> {
  await sql`
    insert into app.budget_report_groups (region_code, report_id, village_code, kecamatan_code, group_code, commitment_id,
      initial_rupiah, changed_rupiah, codes)
    values (${g.regionCode}, ${g.reportId}, ${g.villageCode}, ${g.kecamatanCode}, ${g.group}, ${g.commitmentId}, ${g.initial},
      ${g.changed}, ${[...g.codes]}::text[])`.execute(tx);
}
