/** A column without a header gets one for the way: by it, the column is known again. */
export function returnedHeader({
  column,
  header,
}: {
  readonly column: number;
  readonly header: string;
}): string {
  return header.trim() === "" ? `Kolom ${column}` : header;
}
