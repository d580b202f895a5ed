/** More rows than any sheet has. */
const ROWS = 2_097_152;

type RowPlace = { readonly sheet: number; readonly row: number };

/** One number for a row of any sheet: a million of them fit where a million objects would not. */
export function placeKey({ sheet, row }: RowPlace): number {
  return sheet * ROWS + row;
}

export function placeOf(key: number): RowPlace {
  return { sheet: Math.floor(key / ROWS), row: key % ROWS };
}
