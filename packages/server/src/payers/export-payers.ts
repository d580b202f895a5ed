import { type ExportColumn, type ExportValue, writeWorkbook } from "#exports";
import { read } from "#use-case";
import { type ListedPayer, readPayers } from "./list-payers.ts";

/** What the columns are called is the page's to say. */
export type PayerColumn = Pick<ExportColumn, "header" | "kind"> & {
  readonly value: (payer: ListedPayer) => ExportValue;
};

type Words = { readonly sheet: string; readonly columns: readonly PayerColumn[] };

/** The list of payers as a workbook, as far as the reader sees them. */
export const exportPayers = read(
  { purpose: "payers-file", permission: "payer.read" },
  async (step, { words }: { readonly words: Words }): Promise<Uint8Array> => {
    const { payers } = await readPayers(step);
    const sheet = {
      name: words.sheet,
      columns: words.columns.map(({ header, kind }) => ({ header, kind })),
      rows: payers.map((payer) => words.columns.map(({ value }) => value(payer))),
    };
    return writeWorkbook([sheet], { title: words.sheet, writtenAt: step.now.getTime() });
  },
);
