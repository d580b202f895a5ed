import type { ImportedRow } from "@tuwai/domain/intake";
import type { Actor, App } from "@tuwai/server/app";
import { getImport, type PreviewRow, previewImport } from "@tuwai/server/imports";
import { open } from "node:fs/promises";

type Target = { readonly batchId: string; readonly path: string };

/** More than any file has; a table beside the first of its sheet counts as one more sheet this far on. */
const sheetsApart = 1_000;

/**
 * Writes a line of JSON for each physical record (contracts.md 3): what it was understood as, whether or not it was applied.
 * The file holds names and numbers of people: it is for its owner alone.
 */
export async function writePreview(app: App, actor: Actor, { batchId, path }: Target): Promise<void> {
  const { recognition } = await getImport(app, actor, { batchId });
  const names = new Map(recognition?.sheetScores.map(({ sheet, name = "" }) => [sheet, name]));
  const file = await open(path, "w", 0o600);
  try {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const found = await previewImport(app, actor, { batchId, page });
      const lines = found.rows.map((row) => lineOf(row, names.get(row.sheet % sheetsApart) ?? ""));
      await file.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      pages = found.pages;
    }
  } finally {
    await file.close();
  }
}

function lineOf({ row, outcome, values, codes }: PreviewRow, sheet: string) {
  const isTaken = outcome === "applied" || outcome === "unchanged";
  return { row, sheet, outcome: isTaken ? "accepted" : outcome, values: withStatus(values), codes };
}

/** One word for what a list says of somebody's membership or enrolment. */
function withStatus(values: ImportedRow): object {
  const status = values.memberStatus ?? values.result ?? values.servantStatus;
  return status === undefined ? values : { ...values, status };
}
