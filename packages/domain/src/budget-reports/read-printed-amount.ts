import { readAmount } from "#cells";
import type { TableCell } from "#intake";

export type PrintedAmount = { readonly amount: number | null } | { readonly unclear: string };

/** An amount as a report prints it, taken off in brackets or with a sign; a dash is nought, an empty cell is nothing. */
export function readPrintedAmount(cells: readonly TableCell[]): PrintedAmount {
  if (cells.length === 0) return { amount: null };
  const [only] = cells;
  if (cells.length === 1 && (only?.kind === "number" || only?.kind === "formula"))
    return wholeOf(only.text) ?? readWritten(only.text);
  return readWritten(cells.map(({ text }) => text).join(" "));
}

/** What a spreadsheet computed, a hair beside the whole number left out. */
function wholeOf(text: string): PrintedAmount | null {
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  const whole = Math.round(number);
  if (Math.abs(number - whole) > 0.005 || Math.abs(whole) >= 1e12) return { unclear: text };
  return { amount: whole === 0 ? 0 : whole };
}

function readWritten(text: string): PrintedAmount {
  const bare = text.trim().replace(/^(rp|idr)\s*\.?\s*/i, "");
  if (/^[-–—]?$/.test(bare)) return { amount: bare === "" ? null : 0 };
  const taken = /^\((.+)\)$/.exec(bare) ?? /^[-–−]\s*(.+)$/.exec(bare);
  const reading = readAmount(taken?.[1] ?? bare);
  if (reading.status === "empty") return { amount: 0 };
  if (reading.status === "unreadable") return { unclear: text.trim().slice(0, 40) };
  const amount: number = reading.amount;
  return { amount: taken === null || amount === 0 ? amount : -amount };
}
