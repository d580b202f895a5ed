/** The 38 provinces by their code (Kepmendagri 300.2.2-2138/2025); unconfirmed, as no annex was read. */
const PROVINCES = new Set([
  "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52", "53",
  "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94", "95", "96",
]); // oxfmt-ignore

/** Whether the first six digits can be a kecamatan that gives out NIKs and family cards: a province that is, no part 00. */
export function isIssuingRegion(digits: string): boolean {
  return PROVINCES.has(digits.slice(0, 2)) && digits.slice(2, 4) !== "00" && digits.slice(4, 6) !== "00";
}
