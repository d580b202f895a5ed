import { terbilang } from "./terbilang.ts";

/** "Rp16.800", as Indonesian letters write it. */
export const rupiahInFigures = (rupiah: number): string => `Rp${numberInFigures(rupiah)}`;

/** "16.800". */
export const numberInFigures = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ".");

/** "Rp16.800 (enam belas ribu delapan ratus rupiah)". */
export function amountInWords(rupiah: number): string {
  return `${rupiahInFigures(rupiah)} (${terbilang(rupiah)} rupiah)`;
}
