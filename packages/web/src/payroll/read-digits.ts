/** A whole number as people type it: 1.537.200, Rp1537200, Rp1.537.200,00, 12; null for anything else. */
export function readDigits(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^rp\s*\.?\s*/i, "")
    .replace(/,(00|-)$/, "")
    .replace(/[.\s](?=\d{3}\b)/g, "");
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null;
}
