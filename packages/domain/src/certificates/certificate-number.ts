/** What a certificate is called: "PGM-2026-0142". */
export function certificateNumber({
  year,
  number,
}: {
  readonly year: number;
  readonly number: number;
}): string {
  return `PGM-${year}-${String(number).padStart(4, "0")}`;
}
