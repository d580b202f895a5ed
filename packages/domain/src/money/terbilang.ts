const digits = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const scales = ["", "ribu", "juta", "miliar", "triliun"];

/**
 * The Indonesian words of a whole number below 10^15 in size, as letters and receipts spell amounts:
 * 16800 is "enam belas ribu delapan ratus". Throws a RangeError for fractions and larger numbers.
 */
export function terbilang(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) >= 1e15) {
    throw new RangeError("terbilang spells whole numbers below 10^15");
  }
  if (value === 0) return "nol";
  if (value < 0) return `minus ${terbilang(-value)}`;
  const groups: string[] = [];
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 1_000), scale += 1) {
    const group = rest % 1_000;
    if (group > 0) groups.unshift(spellGroup(group, scale));
  }
  return groups.join(" ");
}

/** A thousand alone is "seribu", never "satu ribu"; a million is "satu juta". */
function spellGroup(group: number, scale: number): string {
  if (group === 1 && scale === 1) return "seribu";
  return joinWords(spellBelowThousand(group), scales[scale] ?? "");
}

function spellBelowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const hundredWords = hundreds === 0 ? "" : hundreds === 1 ? "seratus" : `${digits[hundreds]} ratus`;
  return joinWords(hundredWords, spellBelowHundred(value % 100));
}

function spellBelowHundred(value: number): string {
  if (value < 10) return digits[value] ?? "";
  if (value === 10) return "sepuluh";
  if (value === 11) return "sebelas";
  if (value < 20) return `${digits[value - 10]} belas`;
  return joinWords(`${digits[Math.floor(value / 10)]} puluh`, digits[value % 10] ?? "");
}

function joinWords(...words: string[]): string {
  return words.filter((word) => word !== "").join(" ");
}
