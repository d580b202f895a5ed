import { randomInt } from "node:crypto";
import { newCode } from "@tuwai/domain/identity";
import {
  type ExportColumn,
  type ExportedFile,
  type ExportFormat,
  type ExportValue,
  writeTable,
} from "#exports";
import { read } from "#use-case";
import { type ListedPayer, readPayers } from "./list-payers.ts";

/** What the columns are called is the page's to say. */
type PayerColumn = Pick<ExportColumn, "header" | "kind"> & {
  readonly value: (payer: ListedPayer) => ExportValue;
};

type Words = { readonly sheet: string; readonly mark: string; readonly columns: readonly PayerColumn[] };

/** The list of payers as a file, as far as the reader sees them; no worker stands in it. */
export const exportPayers = read(
  { purpose: "payers-file", permission: "payer.read" },
  async (
    step,
    { format, words }: { readonly format: ExportFormat; readonly words: Words },
  ): Promise<ExportedFile> => {
    const { payers } = await readPayers(step);
    const code = newCode("EX", (below) => randomInt(below));
    const details = { rows: payers.length, format };
    await step.audit({ action: "payer.export", objectType: "export", objectId: code, details });
    const table = {
      columns: [...words.columns, { header: words.mark, kind: "text" as const }],
      rows: payers.map((payer) => [...words.columns.map(({ value }) => value(payer)), code]),
    };
    const as = { format, sheet: words.sheet, title: code, writtenAt: step.now.getTime() };
    return { code, rows: payers.length, bytes: await writeTable(table, as) };
  },
);
