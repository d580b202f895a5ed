import { MASKED_NUMBER } from "@tuwai/domain/identity";
import { fieldKinds, type TableCell } from "@tuwai/domain/intake";
import type { Actor } from "#app";
import type { ImportBatch } from "#imports";

/** Columns that hold numbers of people. */
const identityKinds = new Set<string>(["nik", "family-card", "nip", "kpj"]);

/**
 * Cells as they stood in the file. Numbers of people are shown to the one who uploaded it, and only while the row has not
 * been taken over (field rule `e`, reliability.md B.3); for colleagues every digit is masked, whatever column it stands in.
 */
export function showCells(
  actor: Actor,
  batch: ImportBatch,
  outcome: string | null,
  cells: readonly TableCell[],
): readonly TableCell[] {
  const isDraft = outcome !== "applied" && outcome !== "unchanged";
  if (actor.userId === batch.uploadedBy && isDraft) return cells;
  const hidden = new Set(
    (batch.recognition?.columns ?? []).flatMap(({ column, field }) =>
      field !== null && identityKinds.has(fieldKinds[field]) ? [column] : [],
    ),
  );
  return cells.map((cell) =>
    hidden.has(cell.column) || looksLikeNumberOfPerson(cell)
      ? { ...cell, text: MASKED_NUMBER, raw: MASKED_NUMBER }
      : cell,
  );
}

function looksLikeNumberOfPerson({ text, raw }: TableCell): boolean {
  return [text, raw].some(
    (value) => /\d{11}/.test(value.replaceAll(/[\s.\-–—'"`]/g, "")) || /\dE\+?1\d/i.test(value),
  );
}
