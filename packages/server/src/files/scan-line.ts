/** A field that runs over more lines than this is an open quotation mark, not an address. */
export const MOST_LINES = 20;

export type QuoteScan = {
  isQuoted: boolean;
  fields: number;
  /** A mark that closed was followed by more text: it was the opening one of another field. */
  isRagged: boolean;
};

/** A quotation mark opens a field only at its start, and closes it only before a separator or line end. */
export function scanLine(line: string, separator: string, scan: QuoteScan): void {
  let isFieldStart = !scan.isQuoted;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (scan.isQuoted) {
      if (sign !== '"') continue;
      if (line[at + 1] === '"') at += 1;
      else {
        scan.isQuoted = false;
        scan.isRagged ||= at + 1 < line.length && line[at + 1] !== separator;
      }
    } else if (sign === separator) {
      scan.fields += 1;
      isFieldStart = true;
      continue;
    } else if (sign === '"' && isFieldStart) scan.isQuoted = true;
    isFieldStart = false;
  }
}
