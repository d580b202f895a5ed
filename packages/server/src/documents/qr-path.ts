import { encodeQR } from "qr";

/** A QR code as one SVG path; a module is one unit of it. */
export type QrPath = { readonly path: string; readonly side: number };

/**
 * The QR code (ISO/IEC 18004, correction level M, the four quiet modules around it) of a text. Asked on the server, so that
 * browsers load no encoder; every run of dark modules in a row is one rectangle.
 */
export function qrPath(text: string): QrPath {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { path: path.join(""), side: rows.length };
}

/** Where dark modules begin, and how many follow each other. */
function runsOf(row: readonly boolean[]): (readonly [start: number, length: number])[] {
  const starts = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []));
  return starts.map((start) => {
    const end = row.indexOf(false, start);
    return [start, (end < 0 ? row.length : end) - start] as const;
  });
}
