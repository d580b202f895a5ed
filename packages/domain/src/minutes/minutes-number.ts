type Numbered = { readonly year: number; readonly number: number; readonly revision: number };

/** What minutes are called: "BA-2026-003", and "BA-2026-003-P1" for their first correction. */
export function minutesNumber({ year, number, revision }: Numbered): string {
  const first = `BA-${year}-${String(number).padStart(3, "0")}`;
  return revision === 1 ? first : `${first}-P${revision - 1}`;
}

/** By which a snapshot is named on every page: the beginning of its SHA-256, "8F3A-22C1-90BD". */
export const snapshotName = (hash: string): string =>
  hash
    .slice(0, 12)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, "$1-");
