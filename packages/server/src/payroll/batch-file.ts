import { type LineChange, stampOf } from "@tuwai/domain/payroll";
import { AppError } from "#app";
import { asSystem } from "#database";
import { type ExportTable, toCsv, writeWorkbook } from "#exports";
import { read, type Step } from "#use-case";
import { type Batch, listLines, type StoredLine } from "./batch.store.ts";
import { type FileForm, type FileFormat, insertFile } from "./file.store.ts";
import { defaultPayrollColumns, payrollFields, type PayrollField } from "./payroll-columns.ts";
import { listSealedNips } from "./promised.view.ts";
import { type BatchName, requireBatch } from "./require-batch.ts";
import { listTemplates } from "./template.store.ts";

export type PayrollFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly type: string };

const types: Readonly<Record<FileFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

const changeWords: Readonly<Record<LineChange, string>> = {
  new: "baru",
  stopped: "berhenti",
  changed: "berubah",
  same: "tetap",
};

/**
 * The file of a locked batch in the office's own columns: everybody, or only what changed. Every row carries batch, version and
 * fingerprint, and the same columns take the result. That it was given out is kept. Throws `conflict` for a batch not locked.
 */
export const givePayrollFile = read(
  { purpose: "payroll-file", permission: "deduction_batch.file" },
  async (
    step,
    input: BatchName & { readonly form: FileForm; readonly format: FileFormat },
  ): Promise<PayrollFile> => {
    const batch = await requireBatch(step, input);
    if (batch.state !== "locked" && batch.state !== "closed")
      throw new AppError("conflict", { reason: "payroll-state", state: batch.state });
    const form = input.form === "changes" ? "changes" : "all";
    const format = input.format === "csv" ? "csv" : "xlsx";
    const lines = await listLines(step.tx, batch);
    const shown = form === "all" ? lines : lines.filter(({ change }) => change !== "same");
    const table = await tableOf(step, batch, shown);
    const { id: batchId, office, version, fingerprint, code } = batch;
    const { regionCode, userId: by } = step.actor;
    const given = { id: step.newId(), batchId, office, version, fingerprint, form, format } as const;
    await insertFile(step.tx, { ...given, regionCode, by, at: step.now });
    await step.audit({
      action: "payroll.file",
      objectType: "payroll-batch",
      objectId: batchId,
      details: { code, version, form, format, lines: shown.length },
    });
    const name = form === "all" ? "potongan" : "perubahan";
    return {
      fileName: `${name}-${batch.month}-${code}-v${version}.${format}`,
      bytes: await bytesOf(table, format, { title: stampOf(batch), at: step.now }),
      type: types[format],
    };
  },
);

async function bytesOf(
  table: ExportTable,
  format: FileFormat,
  of: { readonly title: string; readonly at: Date },
): Promise<Uint8Array> {
  if (format === "csv") return Buffer.from(toCsv(table, { separator: ";", hasMark: true }), "utf8");
  return writeWorkbook([{ name: "Potongan", ...table }], { title: of.title, writtenAt: of.at.getTime() });
}

async function tableOf(step: Step, batch: Batch, lines: readonly StoredLine[]): Promise<ExportTable> {
  const columns = (await listTemplates(step.tx, batch.office))[0]?.columns ?? defaultPayrollColumns;
  const nips = columns.some(({ field }) => field === "nip")
    ? await nipsOf(step, lines)
    : new Map<string, string>();
  const rows = lines.map((line, at) => {
    const values: Readonly<Record<PayrollField, string | number | null>> = {
      lineNo: at + 1,
      mandateCode: line.mandateCode,
      nip: nips.get(line.mandateId) ?? null,
      employeeName: line.employeeName,
      month: batch.month,
      before: line.before,
      amount: line.amount,
      change: changeWords[line.change],
      deducted: null,
      reason: null,
      stamp: stampOf(batch),
    };
    return columns.map(({ field }) => values[field]);
  });
  return { columns: columns.map(({ field, header }) => ({ header, kind: payrollFields[field].kind })), rows };
}

async function nipsOf(step: Step, lines: readonly StoredLine[]): Promise<Map<string, string>> {
  const { app } = step;
  const found = await asSystem(app, (tx) =>
    listSealedNips(
      tx,
      lines.map(({ mandateId }) => mandateId),
    ),
  );
  return new Map(
    found.flatMap(({ mandateId, recordId, sealed }) => {
      if (sealed === null) return [];
      const place = { table: "source_records", column: "nip", rowId: recordId };
      return [[mandateId, app.keys.open(Buffer.from(sealed, "base64"), place)]];
    }),
  );
}
