import type { FieldName } from "#intake";

const WATCHED = ["nik", "familyCard", "nip"] as const satisfies readonly FieldName[];
type Watched = (typeof WATCHED)[number];

const FEWEST_NUMBERS = 5;
const FEWEST_FOR_A_PART = 10;
const PART = 0.7;

/**
 * Numbers whose last digits are 0 all down the column: a spreadsheet holds 15 digits and writes 0 for the rest, one of a
 * NIK, three of a NIP. Five numbers end in 0 by chance once in a hundred thousand files; seven in ten of ten as rarely.
 */
export function createNumberTally() {
  const seen: Record<Watched, Set<string>> = { nik: new Set(), familyCard: new Set(), nip: new Set() };
  return {
    add(field: FieldName, digits: string): void {
      const watched = WATCHED.find((name) => name === field);
      if (watched !== undefined && digits.length === lengthOf(watched)) seen[watched].add(digits);
    },
    cut(): readonly FieldName[] {
      const pair = new Set([...seen.nik, ...seen.familyCard]);
      const arePaired = pair.size >= FEWEST_NUMBERS && [...pair].every((digits) => digits.endsWith("0"));
      const isCut = (field: Watched) =>
        isMostlyCut(seen[field], field) || (arePaired && field !== "nip" && seen[field].size > 0);
      return WATCHED.filter(isCut);
    },
  };
}

function isMostlyCut(numbers: ReadonlySet<string>, field: Watched): boolean {
  const zeros = [...numbers].filter((digits) => digits.endsWith(endOf(field))).length;
  const isWhole = numbers.size >= FEWEST_NUMBERS && zeros === numbers.size;
  return isWhole || (numbers.size >= FEWEST_FOR_A_PART && zeros >= numbers.size * PART);
}

/** What the fifteen digits leave of a number. */
export function endOf(field: FieldName): string {
  return field === "nip" ? "000" : "0";
}

function lengthOf(field: Watched): number {
  return field === "nip" ? 18 : 16;
}
