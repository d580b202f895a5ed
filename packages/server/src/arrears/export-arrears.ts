import { AppError } from "#app";
import { readPricing } from "#contributions";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { shownFields } from "#people";
import { read } from "#use-case";
import { listArrearsRows } from "./arrears-list.view.ts";
import { type ArrearsFilter, choiceOf, type ListedArrears, showArrears } from "./list-arrears.ts";

/** Headings and values in the caller's language. */
export type ArrearsWords = ListWords<ListedArrears>;

type Input = ArrearsFilter & { readonly format: ExportFormat; readonly words: ArrearsWords };

const mostRows = 20_000;

/**
 * The board as a file, masked like the screen: no identity number stands in it. Who was exported and by whom is written before a byte
 * leaves. Throws `too-large` above 20,000 rows.
 */
export const exportArrears = read(
  { purpose: "arrears-file", permission: "arrears.export" },
  async (step, { format, words, ...filter }: Input): Promise<ExportedFile> => {
    const rows = await listArrearsRows(step.tx, choiceOf(step, filter), { limit: mostRows + 1, offset: 0 });
    if (rows.length > mostRows) throw new AppError("too-large", { limit: mostRows });
    const code = newExportCode();
    await step.seen({
      personIds: rows.map(({ personId }) => personId),
      purpose: "export:arrears",
      fields: shownFields(step.actor.role, "coverage_status", "paid_until", "fund_source"),
    });
    const details = { rows: rows.length, format };
    await step.audit({ action: "arrears.export", objectType: "export", objectId: code, details });
    const pricing = await readPricing(step.tx, step.actor.regionCode);
    const shown = rows.map((row) => showArrears(step, row, pricing));
    return writeList(shown, { code, format, words, writtenAt: step.now });
  },
);
