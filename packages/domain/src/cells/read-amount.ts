import { rupiah, type Rupiah } from "#money";

export type AmountReading =
  | { readonly status: "empty" }
  | { readonly status: "unreadable"; readonly reason: "shape" | "negative" | "fraction" | "too-large" }
  | { readonly status: "read"; readonly amount: Rupiah; readonly grouping: "dot" | "comma" | null };

const FEWEST_TOO_LARGE = 1e12;

/**
 * Whole rupiah as written in Indonesia: 16.800 and Rp 16.800,- and 16800,00 are 16800; so is 16,800, since rupiah has
 * no thousandths. Cents other than zero, signs and powers of ten are refused. `grouping` lets a column be compared.
 */
export function readAmount(text: string): AmountReading {
  const tidy = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/^(rp|idr)\s*\.?\s*/i, "")
    .replace(/,-+$|\.-+$|\s*,\s*=$/, "")
    .replace(/\s+/g, "");
  if (/^[-–—]?$/.test(tidy)) return { status: "empty" };
  if (/^[-–−(]/.test(tidy)) return { status: "unreadable", reason: "negative" };
  const match = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](\d{1,2}))?$/.exec(tidy);
  if (match === null) return { status: "unreadable", reason: "shape" };
  const [, whole = "", separator, cents] = match;
  if (cents !== undefined && Number(cents) !== 0) return { status: "unreadable", reason: "fraction" };
  const value = Number(whole.replace(/[.,]/g, ""));
  if (value >= FEWEST_TOO_LARGE) return { status: "unreadable", reason: "too-large" };
  const grouping = separator === "." ? "dot" : separator === "," ? "comma" : null;
  return { status: "read", amount: rupiah(value), grouping };
}
