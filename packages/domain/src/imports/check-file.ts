import { importFields, type FieldName, type ImportKind } from "#intake";
import type { CheckedRow, ImportedRow, MappedRow } from "#intake";
import { rowIssue, type RowIssue } from "#intake";
import { createMoneyCheck } from "./money-check.ts";
import { createSameCheck } from "./same-check.ts";
import type { FileRemark } from "#intake";

/** What only the whole file can tell: remarks to add to single rows, rows that repeat an earlier one, and remarks on the file. Rows are named by `placeKey`. */
export type FileVerdict = {
  readonly issues: ReadonlyMap<number, readonly RowIssue[]>;
  /** Row → the earlier row it repeats word for word. It is skipped, not refused. */
  readonly duplicates: ReadonlyMap<number, number>;
  readonly remarks: readonly FileRemark[];
};

export type FileCheck = {
  /** Takes the next checked row of the list, accepted or refused. */
  readonly add: (row: number, checked: CheckedRow) => void;
  /** Takes a note row: when it states a total, that is held against the sum of the rows. */
  readonly addNote: (note: MappedRow) => void;
  readonly finish: () => FileVerdict;
};

const MOST_PEOPLE_ON_A_CARD = 20;

/**
 * Compares the rows of one file with each other. Rows with the same key that differ are all refused, since none may
 * win; a row equal in every value is a duplicate of the first. Holds three numbers and a key per row, not the rows.
 */
export function createFileCheck(kind: ImportKind): FileCheck {
  const same = createSameCheck();
  const byCard = new Map<string, number[]>();
  const tally = { rows: 0, foreign: 0 };
  const money = createMoneyCheck();
  const watchesCards = importFields[kind].size === "village";
  return {
    add(row, checked) {
      const { values, issues } = checked;
      tally.rows += 1;
      if (issues.some(({ code }) => code === "E-SCOPE")) tally.foreign += 1;
      money.add(checked);
      const key = keyOf(kind, values);
      if (key !== null) same.add({ row, key, print: printOf(values), name: nameKey(values.name) });
      if (watchesCards && values.familyCard !== undefined) push(byCard, values.familyCard, row);
    },
    addNote: money.addNote,
    finish() {
      const { issues, duplicates } = same.finish();
      for (const rows of byCard.values()) {
        if (rows.length <= MOST_PEOPLE_ON_A_CARD) continue;
        for (const row of rows) push(issues, row, rowIssue("W-KK-SIZE", null, { people: rows.length }));
      }
      const isForeignFile = tally.rows > 0 && tally.foreign * 2 > tally.rows;
      const scope: FileRemark[] = isForeignFile ? [{ code: "E-SCOPE-ALL", details: { ...tally } }] : [];
      return { issues, duplicates, remarks: [...scope, ...money.remarks()] };
    },
  };
}

/**
 * The first identity a row has, with the month and programmes where the kind counts by them: one person may hold several
 * member numbers and may be paid for once a month. Rows without an identity are compared by name, birth date and family card.
 */
function keyOf(kind: ImportKind, values: ImportedRow): string | null {
  const textOf = (field: FieldName) => String(values[field as keyof ImportedRow] ?? "");
  const { sameWhen } = importFields[kind];
  const extra = sameWhen.filter((field) => field === "month" || field === "programmes").map(textOf);
  const identity = sameWhen.find(
    (field) => field !== "month" && field !== "programmes" && textOf(field) !== "",
  );
  if (identity !== undefined) return [identity, textOf(identity), ...extra].join("|");
  if (values.name === undefined || (values.birthDate === undefined && values.familyCard === undefined))
    return null;
  return ["person", nameKey(values.name), textOf("birthDate"), textOf("familyCard"), ...extra].join("|");
}

/** Everything a row says, remarks by hand aside; case, spaces and the spelling of a village that was found do not count. */
function printOf(values: ImportedRow): string {
  const { note: _, villageText, ...facts } = values;
  const village = values.villageCode ?? villageText;
  return Object.entries({ ...facts, village })
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `${field}=${nameKey(String(value))}`)
    .join("|");
}

function nameKey(name: string | undefined): string {
  return (name ?? "")
    .toUpperCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
