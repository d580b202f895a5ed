import type { App } from "#app";
import { type ExportSheet, writeWorkbook, newExportCode } from "#exports";
import { findNumbers } from "#groups";
import { read } from "#use-case";
import { type ChangeRow, listChangeRows } from "./change.view.ts";
import { requireMonth } from "./list-changes.ts";

export type ChangesFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** Words of BPJS's own lists, as its branch reads them. */
const kinds: Readonly<Record<ChangeRow["kind"], string>> = {
  died: "Meninggal",
  "moved-away": "Pindah",
  "formal-job": "Bekerja pada pemberi kerja lain",
  left: "Berhenti",
  group: "Pindah kelompok",
  wage: "Perubahan upah",
};

/**
 * The month's list of leavers and changes for BPJS, group by group, with the numbers by which it knows its members. Everybody's access is
 * written before the first number is opened; the file bears a code that stands in the trail.
 */
export const downloadMemberChanges = read(
  { purpose: "member-changes-file", permission: "member_change.download" },
  async (step, input: { readonly month: string }): Promise<ChangesFile> => {
    const { app, tx, actor } = step;
    const month = requireMonth(input.month);
    const rows = await listChangeRows(tx, { regionCode: actor.regionCode, month });
    const numbers = await findNumbers(tx, actor.regionCode, [
      ...new Set(rows.flatMap(({ groupKey, nextGroupKey }) => [groupKey, nextGroupKey ?? groupKey])),
    ]);
    const code = newExportCode();
    await step.seen({
      personIds: [...new Set(rows.map(({ personId }) => personId))],
      purpose: "export:member-changes",
      fields: ["full_name", "nik", "kpj"],
    });
    const details = { month, rows: rows.length };
    await step.audit({ action: "member-changes.download", objectType: "export", objectId: code, details });
    const stamp = { title: `${month} ${code}`, writtenAt: step.now.getTime() };
    const bytes = await writeWorkbook([sheetOf(app, rows, { numbers, code })], stamp);
    return { fileName: `perubahan-${month}-${code}.xlsx`, bytes };
  },
);

type Marks = { readonly numbers: ReadonlyMap<string, string>; readonly code: string };

function sheetOf(app: App, rows: readonly ChangeRow[], { numbers, code }: Marks): ExportSheet {
  const open = (
    table: "persons" | "enrolments",
    column: "nik" | "kpj",
    rowId: string,
    sealed: Buffer | null,
  ) => sealed && app.keys.open(sealed, { table, column, rowId });
  return {
    name: "Perubahan",
    columns: [
      { header: "NPP", kind: "text" },
      { header: "Kode Pekerja", kind: "text" },
      { header: "No KPJ", kind: "text" },
      { header: "NIK", kind: "text" },
      { header: "Nama Lengkap", kind: "text" },
      { header: "Perubahan", kind: "text" },
      { header: "Tanggal", kind: "date" },
      { header: "NPP Baru", kind: "text" },
      { header: "Upah Lama", kind: "rupiah" },
      { header: "Upah Baru", kind: "rupiah" },
      { header: "Tanda Unduhan", kind: "text" },
    ],
    rows: rows.map((row) => [
      numbers.get(row.groupKey) ?? null,
      row.code,
      open("enrolments", "kpj", row.enrolmentId, row.kpjSealed),
      open("persons", "nik", row.personId, row.nikSealed),
      row.fullName,
      kinds[row.kind],
      row.on,
      row.nextGroupKey === null ? null : (numbers.get(row.nextGroupKey) ?? null),
      row.wageBefore,
      row.wageAfter,
      code,
    ]),
  };
}
