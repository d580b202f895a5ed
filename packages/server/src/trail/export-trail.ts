import { AppError } from "#app";
import { toCsv, newExportCode } from "#exports";
import { act } from "#use-case";
import { type AskedTrail, daysOf, type TrailEntry, withNames } from "./list-trail.ts";
import { listTrailRows } from "./trail.view.ts";

/** Headings and values in the caller's language. */
export type TrailWords = {
  readonly columns: readonly { readonly header: string; readonly value: (entry: TrailEntry) => string }[];
};
type Input = { readonly query: AskedTrail; readonly words: TrailWords };

const mostRows = 20_000;

/** The trail of some days as CSV in which nothing can run; that it was taken along is in the trail itself. `too-large` above 20,000 rows. */
export const exportTrail = act(
  { name: "trail.export", permission: "audit.read" },
  async (call, { query, words }: Input): Promise<{ readonly code: string; readonly bytes: Uint8Array }> => {
    const code = newExportCode();
    const rows = await call.look(async (step) => {
      const asked = daysOf(step, query);
      const found = await listTrailRows(step.tx, step.area.regionCode, asked, {
        limit: mostRows + 1,
        offset: 0,
      });
      if (found.length > mostRows) throw new AppError("too-large", { limit: mostRows });
      const details = { rows: found.length, firstDay: asked.firstDay, lastDay: asked.lastDay };
      await step.audit({ objectType: "export", objectId: code, details });
      return found;
    });
    const entries = await withNames(call, rows);
    const table = {
      columns: words.columns.map(({ header }) => ({ header, kind: "text" as const })),
      rows: entries.map((entry) => words.columns.map(({ value }) => value(entry))),
    };
    return { code, bytes: Buffer.from(toCsv(table, { separator: ";", hasMark: true }), "utf8") };
  },
);
