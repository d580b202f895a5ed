import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { read } from "#use-case";
import { type ListedPayer, readPayers } from "./list-payers.ts";

/** What the columns are called is the page's to say. */
type Words = ListWords<ListedPayer>;

/** The list of payers as a file, as far as the reader sees them; no worker stands in it. */
export const exportPayers = read(
  { purpose: "payers-file", permission: "payer.read" },
  async (
    step,
    { format, words }: { readonly format: ExportFormat; readonly words: Words },
  ): Promise<ExportedFile> => {
    const { payers } = await readPayers(step);
    const code = newExportCode();
    const details = { rows: payers.length, format };
    await step.audit({ action: "payer.export", objectType: "export", objectId: code, details });
    return writeList(payers, { code, format, words, writtenAt: step.now });
  },
);
