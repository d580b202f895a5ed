import { LinkageError, meanings, type Meaning } from "#model";

/** Column name → what it means. Columns not named are not compared. */
export type ColumnMeanings = Readonly<Record<string, Meaning>>;

/** Reads `{"col":"meaning",…}`; throws `usage` or `meaning-unknown` naming the fault. */
export function parseMeanings(json: string): ColumnMeanings {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new LinkageError("usage", `--types must be JSON like {"name":"full-name"}`, {}, cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new LinkageError("usage", `--types must be an object of column and meaning`);
  }
  const entries = Object.entries(value).map(
    ([column, meaning]) => [column.trim(), knownMeaning(column, meaning)] as const,
  );
  if (entries.length === 0)
    throw new LinkageError("usage", "--types names no column, so there is nothing to compare");
  return Object.fromEntries(entries);
}

function knownMeaning(column: string, meaning: unknown): Meaning {
  const found = meanings.find((known) => known === meaning);
  if (found) return found;
  throw new LinkageError(
    "meaning-unknown",
    `column "${column}" has the unknown meaning ${JSON.stringify(meaning)}; known are ${meanings.join(", ")}`,
    {
      column,
    },
  );
}
