import { AppError } from "#app";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { read } from "#use-case";
import { type ClaimFilter, listClaimRows } from "./claim.store.ts";
import { choiceOf, type ListedClaim, listedAll } from "./list-claims.ts";

/** Headings and values in the caller's language. */
export type ClaimFileWords = ListWords<ListedClaim>;
type Input = ClaimFilter & {
  readonly stage?: string;
  readonly format: ExportFormat;
  readonly words: ClaimFileWords;
};

const mostRows = 20_000;

/** One stage of the board as a file, as on the screen: initials and villages, no name, no note. Throws `too-large` above 20,000 rows. */
export const exportClaims = read(
  { purpose: "claim-file", permission: "claim.list" },
  async (step, { format, words, ...asked }: Input): Promise<ExportedFile> => {
    const rows = await listClaimRows(step.tx, step.area, {
      ...choiceOf(asked),
      limit: mostRows + 1,
      offset: 0,
    });
    if (rows.length > mostRows) throw new AppError("too-large", { limit: mostRows });
    const code = newExportCode();
    const shown = await listedAll(step, rows, "export:claims");
    const details = { rows: rows.length, format };
    await step.audit({ action: "claim.export", objectType: "export", objectId: code, details });
    return writeList(shown, { code, format, words, writtenAt: step.now });
  },
);
