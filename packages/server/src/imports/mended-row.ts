import type { TableCell } from "@tuwai/domain/intake";
import type { App } from "#app";
import type { StoredMend } from "./mend.store.ts";

export type CellChange = { readonly column: number; readonly before: string | null; readonly after: string };

type RowPlace = { readonly sheet: number; readonly row: number };

export const rowKey = ({ sheet, row }: RowPlace): string => `${sheet}|${row}`;

const sealPlace = (id: string) => ({ table: "import_mends", column: "changes", rowId: id });

export function sealChanges(app: App, id: string, changes: readonly CellChange[]): Buffer {
  return app.keys.seal(JSON.stringify(changes), sealPlace(id));
}

export function openChanges(
  app: App,
  { id, changesSealed }: Pick<StoredMend, "id" | "changesSealed">,
): readonly CellChange[] {
  return changesSealed === null
    ? []
    : (JSON.parse(app.keys.open(changesSealed, sealPlace(id))) as CellChange[]);
}

type Decision = Pick<StoredMend, "version" | "undoneVersion">;

/** How often somebody decided about a row or took that back: 0 while it is as the file says. Decisions of one row, undone ones too. */
export function rowVersion(decisions: readonly Decision[]): number {
  return Math.max(0, ...decisions.flatMap(({ version, undoneVersion }) => [version, undoneVersion ?? 0]));
}

/** The decisions that stood when the row had this version. */
export function standingAt<Of extends Decision>(decisions: readonly Of[], at: number): readonly Of[] {
  return decisions.filter(
    ({ version, undoneVersion }) => version <= at && (undoneVersion === null || undoneVersion > at),
  );
}

/** The cells of the file with the standing decisions laid over them. What somebody typed is text, whatever the file held there. */
export function layOver(
  cells: readonly TableCell[],
  changes: readonly Pick<CellChange, "column" | "after">[],
): readonly TableCell[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  for (const { column, after } of changes) {
    if (after === "") byColumn.delete(column);
    else byColumn.set(column, { column, text: after, kind: "text", raw: after });
  }
  return [...byColumn.values()].toSorted((a, b) => a.column - b.column);
}
