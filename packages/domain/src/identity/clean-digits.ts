import { plainDigits } from "./plain-digits.ts";

export type CleanedDigits = {
  /** What is left after removing the noise that never carries meaning. May still hold other characters. */
  readonly text: string;
  /** True when something was removed or rewritten, so that the screen can say so. */
  readonly wasCleaned: boolean;
};

const ABSENT = /^(|0+|[-–—_.?x]+|n\/?a|nihil|kosong|belum|tidak|tdk|blm|tak|none|null)$/i;
const ABSENT_PHRASE = /^(belum|tidak|tdk|blm|tak|tanpa|sedang|hilang|proses|menyusul)\b/i;

/** Removes quotes, spaces (also the unbreakable and invisible ones), dots and dashes; digits of other scripts become plain. */
export function cleanDigits(text: string): CleanedDigits {
  const cleaned = plainDigits(text)
    .replace(/^\s*(nik|no\.?\s*kk|kk|nip)\s*[:.]?\s*(?=\d)/i, "")
    .replace(/[\s'"`´’‘“”\p{Cf}.\-–—/]/gu, "");
  return { text: cleaned, wasCleaned: cleaned !== text };
}

/** "-", "0", "belum ada", "tidak punya": the writer says there is none. One zero or two; sixteen are a placeholder. */
export function isDeclaredAbsent(text: string): boolean {
  const trimmed = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  return (ABSENT.test(trimmed) && trimmed.length < 10) || ABSENT_PHRASE.test(trimmed);
}

/** "1,37701E+15": a spreadsheet has already thrown away the last digits; they cannot be known again. */
export function isScientific(text: string): boolean {
  return /^\s*\d([.,]\d+)?\s*E\s*\+?\s*\d{1,2}\s*$/i.test(text);
}

/** "1377930305790001.0": a program took the number for a fraction on its way; its last digit may have gone there too. */
export function isDecimal(text: string): boolean {
  return /^[\s'"]*\d{15,18}[.,]0+[\s'"]*$/.test(text.normalize("NFKC"));
}

/** All digits the same, counting up or down, or nothing but zeros after the region: written to fill a box. */
export function isPlaceholder(digits: string): boolean {
  if (new Set(digits).size === 1) return true;
  return /^0?123456789/.test(digits) || digits.startsWith("9876543210") || /^\d{6}0{6}/.test(digits);
}
