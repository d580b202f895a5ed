import { AppError } from "#app";
import { asSystem } from "#database";
import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { shownFields } from "#people";
import { read } from "#use-case";
import { requireMonth, type ShownUnrecorded, showUnrecorded } from "./list-unrecorded.ts";
import { listUnrecordedRows } from "./unrecorded.view.ts";

/** Headings and values in the caller's language. */
export type UnrecordedWords = ListWords<ShownUnrecorded>;

type Input = { readonly month: string; readonly format: ExportFormat; readonly words: UnrecordedWords };

const mostRows = 20_000;

/** The month's list as a file, masked like the screen and without identity numbers. Throws `invalid-input`, `too-large`. */
export const exportUnrecorded = read(
  { purpose: "unrecorded-file", permission: "unrecorded.export" },
  async (step, { month: asked, format, words }: Input): Promise<ExportedFile> => {
    const month = requireMonth(asked);
    const of = { regionCode: step.actor.regionCode, from: month, to: month };
    const part = { limit: mostRows + 1, offset: 0 };
    const rows = await asSystem(step.app, (tx) => listUnrecordedRows(tx, of, part));
    if (rows.length > mostRows) throw new AppError("too-large", { limit: mostRows });
    const code = newExportCode();
    await step.seen({
      personIds: rows.map(({ personId }) => personId),
      purpose: "export:unrecorded",
      fields: shownFields(step.actor.role, "coverage_status", "fund_source"),
    });
    const details = { month, rows: rows.length, format };
    await step.audit({ action: "unrecorded.export", objectType: "export", objectId: code, details });
    const shown = rows.map((row) => showUnrecorded(step, row));
    return writeList(shown, { code, format, words, writtenAt: step.now, about: month });
  },
);
