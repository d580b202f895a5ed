import { rupiah, type Rupiah } from "#money";
import { readAmount } from "./read-amount.ts";

/** `reason` says why there is no certain sum a month. `about`: it was written as a rough one. */
export type IncomeReading =
  | { readonly status: "empty" }
  | { readonly status: "read"; readonly amount: Rupiah; readonly isAbout: boolean }
  | { readonly status: "unclear"; readonly reason: "span" | "not-monthly" | "shape" };

const MONTHLY = /\s*(\/|per|se|tiap|setiap)?\s*(bulan|bln|bl)(nya)?\.?$/;
const OTHER_TIME =
  /\b(hari|harian|minggu|mingguan|jam|tahun|thn|th|musim|panen|trip|kali|hr|mgg|perhari|sehari)\b/;
const ABOUT = /^(±|\+\/-|\+-|~|kira ?-?kira|sekitar|kurang lebih|k\.?l\.?|rata ?-?rata|\+)\s*/;
const SPAN =
  /\d\s*(rb|ribu|jt|juta|k)?\s*(-|–|—|s\.?\/?d\.?|sampai|hingga|~)\s*(rp\.?\s*)?\d|[<>≤≥]|\b(di ?bawah|di ?atas|kurang dari|lebih dari|maks|min)\b/;
const UNITS: Readonly<Record<string, number>> = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6, jt2: 1e6 };

/**
 * What somebody earns in a month, as people write it: "1.500.000", "Rp 1.500.000,-/bln", "500rb", "± 1,5 jt". A span, a sum
 * a day or "tidak tentu" is no sum a month and is left out rather than guessed.
 */
export function readIncome(text: string): IncomeReading {
  const tidy = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (/^[-–—_.?]*$/.test(tidy)) return { status: "empty" };
  const rough = tidy.replace(ABOUT, "");
  const monthly = rough
    .replace(/\(.*\)$/, "")
    .trim()
    .replace(MONTHLY, "")
    .trim();
  if (SPAN.test(monthly)) return { status: "unclear", reason: "span" };
  if (OTHER_TIME.test(monthly)) return { status: "unclear", reason: "not-monthly" };
  const isAbout = rough !== tidy;
  const inUnits =
    /^(?:rp\.?\s*)?(\d{1,4})(?:[.,](\d{1,3}))?\s*(rb|ribu|k|jt|juta)\.?(?:an)?(?:\s+rupiah)?$/.exec(monthly);
  if (inUnits !== null) {
    const unit = UNITS[inUnits[3] ?? ""] ?? 1;
    const fraction = inUnits[2] ?? "";
    const value = Number(inUnits[1]) * unit + (Number(fraction) * unit) / 10 ** fraction.length;
    return { status: "read", amount: rupiah(Math.round(value)), isAbout };
  }
  const reading = readAmount(monthly.replace(/\s+rupiah$/, ""));
  if (reading.status === "empty") return { status: "empty" };
  return reading.status === "read"
    ? { status: "read", amount: reading.amount, isAbout }
    : { status: "unclear", reason: "shape" };
}
