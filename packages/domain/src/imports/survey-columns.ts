import { readDate, splitPlaceAndDate } from "#cells";
import { cleanDigits, readNik } from "#identity";
import type { ColumnFacts, FieldName, FileRemark, ImportKind, MappedRow, TableRecognition } from "#intake";
import type { CivilDate } from "#time";
import { createDateTally } from "./date-tally.ts";
import { createNumberTally } from "./number-tally.ts";
import { createSexTally } from "./sex-tally.ts";
import { createSwapTally } from "./swap-tally.ts";

export type ColumnSurvey = {
  /** Takes the next row of the list, before any is checked. */
  readonly add: (row: MappedRow) => void;
  readonly finish: () => { readonly facts: ColumnFacts; readonly remarks: readonly FileRemark[] };
};

const NUMBER_FIELDS = ["nik", "familyCard", "nip"] as const;

/**
 * Reads a list once from end to end to find what no single row can tell: how sexes and dates are written, whether numbers
 * lost their last digit, whether two columns are exchanged. What it finds goes into `CheckContext.columns` of the rows.
 */
export function createColumnSurvey(
  kind: ImportKind,
  recognition: TableRecognition,
  today: CivilDate,
): ColumnSurvey {
  const numbers = createNumberTally();
  const sexes = createSexTally();
  const dates = createDateTally();
  const swaps = createSwapTally(today);
  const fields = [...new Set(recognition.columns.flatMap(({ field }) => field ?? []))];
  return {
    add(row) {
      for (const field of NUMBER_FIELDS) {
        if (row.fields[field]?.kind === "text") numbers.add(field, digitsOf(row, field));
      }
      const [nik, familyCard] = [digitsOf(row, "nik"), digitsOf(row, "familyCard")];
      const reading = readNik(nik, today);
      const parts = "parts" in reading ? reading.parts : undefined;
      if (row.fields.sex !== undefined) sexes.add(row.fields.sex.text, parts?.sex);
      if (row.fields.birthDate !== undefined) dates.add(row.fields.birthDate, parts?.birthDate);
      if (/^\d{16}$/.test(nik) && /^\d{16}$/.test(familyCard))
        swaps.add({ nik, familyCard, birthDate: writtenBirthDate(row, today) });
    },
    finish() {
      const facts: ColumnFacts = {
        fields,
        cut: numbers.cut(),
        isSwapped: swaps.isSwapped(),
        sexWords: sexes.words(),
        birthDates: dates.order(),
      };
      return { facts, remarks: remarksOf(kind, facts) };
    },
  };
}

function remarksOf(kind: ImportKind, facts: ColumnFacts): readonly FileRemark[] {
  const { cut, isSwapped, sexWords, birthDates, fields } = facts;
  const words = Object.keys(sexWords);
  const isTurned = birthDates?.areCellsSwapped === true || birthDates?.figures === "month-first";
  return [
    ...cut.map((field): FileRemark => ({ code: "W-NUM-CUT", details: { field } })),
    ...(isSwapped ? [{ code: "W-SWAPPED", details: { fields: ["nik", "familyCard"] } } as const] : []),
    ...(words.length > 0 ? [{ code: "W-SEX-WORDS", details: { words } } as const] : []),
    ...(isTurned ? [{ code: "W-DATE-ORDER", details: { field: "birthDate" } } as const] : []),
    ...(kind === "dtsen" && !fields.includes("decile")
      ? [{ code: "W-NO-DECILE", details: {} } as const]
      : []),
  ];
}

function digitsOf(row: MappedRow, field: FieldName): string {
  return cleanDigits(row.fields[field]?.text ?? "").text;
}

/** As it stands, without help from the NIK, which is what it is held against. */
export function writtenBirthDate(row: MappedRow, today: CivilDate): CivilDate | undefined {
  const { birthDate, birthPlaceDate } = row.fields;
  const cell =
    birthDate ??
    (birthPlaceDate === undefined
      ? undefined
      : { ...birthPlaceDate, text: splitPlaceAndDate(birthPlaceDate.text).date });
  if (cell === undefined) return undefined;
  const reading = readDate(cell, { today, isBirthDate: true, mayBeFuture: false });
  return reading.status === "read" ? reading.date : undefined;
}
