import type { ExportColumn } from "#exports";

/** One column of an office's payroll file: which of our fields stands under which header. */
export type PayrollColumn = { readonly field: PayrollField; readonly header: string };

type FieldRule = {
  readonly kind: ExportColumn["kind"];
  readonly header: string;
  /** No file can do without it: the result comes back in the same columns. */
  readonly isRequired?: true;
};

/** Everything an office's payroll needs to know; in the order of the default template. Never a worker. */
export const payrollFields = {
  lineNo: { kind: "number", header: "No" },
  mandateCode: { kind: "text", header: "Kode Kuasa", isRequired: true },
  nip: { kind: "text", header: "NIP" },
  employeeName: { kind: "text", header: "Nama Pegawai" },
  month: { kind: "text", header: "Bulan" },
  before: { kind: "rupiah", header: "Bulan Lalu" },
  amount: { kind: "rupiah", header: "Potongan", isRequired: true },
  change: { kind: "text", header: "Perubahan" },
  deducted: { kind: "rupiah", header: "Terpotong", isRequired: true },
  reason: { kind: "text", header: "Alasan Tidak Terpotong", isRequired: true },
  stamp: { kind: "text", header: "Tanda Daftar", isRequired: true },
} as const satisfies Record<string, FieldRule>;

export type PayrollField = keyof typeof payrollFields;

export const requiredPayrollFields = (Object.keys(payrollFields) as PayrollField[]).filter(
  (field) => "isRequired" in payrollFields[field],
);

/** What an office starts with. */
export const defaultPayrollColumns: readonly PayrollColumn[] = (
  Object.keys(payrollFields) as PayrollField[]
).map((field) => ({ field, header: payrollFields[field].header }));
