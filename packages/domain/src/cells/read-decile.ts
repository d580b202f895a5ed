/**
 * A tenth of the population by welfare, 1 poorest, or a span of tenths where the file says no more. `unknown`: the file
 * says that there is none ("Tidak Terdaftar").
 */
export type DecileReading =
  | { readonly status: "read"; readonly from: number; readonly to: number }
  | { readonly status: "unknown" }
  | { readonly status: "unreadable" };

const UNKNOWN = /^[-–—_.?]+$|^(tidak|tdk|belum|blm|tak|non|di luar|luar)\b|^(n\/?a|null|none|kosong|nihil)$/;
const NUMBER_WORDS = [
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
];
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const POOREST = 1;
const RICHEST = 10;

/**
 * "3", "03", "D3", "Desil 1 (Sangat Miskin)", "6-10", "1 s.d. 4", "D1-D4", ">5", "6+", "di bawah 5", "5 ke atas". "P3" may say the third
 * rank or the third percentile, which lies in the first decile: 1 to 3 holds both. No published key of that sign is known.
 */
export function readDecile(text: string): DecileReading {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^\d)]*\)/g, " ")
    .replace(/≥/g, ">=")
    .replace(/≤/g, "<=")
    .replace(/^['"]+|['"]+$/g, "")
    .replace(/\b(desil|decile|desil\s*nasional|dtsen|peringkat)\b|(?<![a-z./]|s )d(?=\s*\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (UNKNOWN.test(words)) return { status: "unknown" };
  const span = spanOf(words);
  if (span === undefined) return { status: "unreadable" };
  const [from, to] = span;
  const isInRange = from >= POOREST && to <= RICHEST && from <= to;
  return isInRange ? { status: "read", from, to } : { status: "unreadable" };
}

const N = String.raw`(\d{1,2}(?:[.,]0+)?|[a-z]+)`;
const shapes: readonly (readonly [RegExp, (a: number, b: number) => readonly [number, number]])[] = [
  [new RegExp(`^${N}$`), (a) => [a, a]],
  [/^p ?(\d{1,2})$/, (a) => [POOREST, a]],
  [new RegExp(`^${N} ?(?:[-–—]|s\\.? ?/?d\\.?|sd|sampai(?: dengan)?|hingga|to|/|~) ?${N}$`), (a, b) => [a, b]],
  [new RegExp(`^(?:> ?=|=>|minimal|min\\.?|paling rendah|mulai) ?${N}$`), (a) => [a, RICHEST]],
  [new RegExp(`^${N} ?(?:\\+|ke ?atas|keatas|dan di ?atasnya|atau lebih)$`), (a) => [a, RICHEST]],
  [new RegExp(`^(?:>|di ?atas|lebih(?: dari| besar dari)?) ?${N}$`), (a) => [a + 1, RICHEST]],
  [new RegExp(`^(?:< ?=|=<|maksimal|maks\\.?|max\\.?|paling tinggi|s\\.?/d|s\\.d\\.|sampai(?: dengan)?|hingga) ?${N}$`), (a) => [POOREST, a]],
  [new RegExp(`^${N} ?(?:ke ?bawah|kebawah|dan di ?bawahnya|atau kurang)$`), (a) => [POOREST, a]],
  [new RegExp(`^(?:<|di ?bawah|kurang(?: dari)?|lebih kecil dari) ?${N}$`), (a) => [POOREST, a - 1]],
]; // oxfmt-ignore

function spanOf(words: string): readonly [number, number] | undefined {
  for (const [shape, span] of shapes) {
    const match = shape.exec(words);
    if (match === null) continue;
    const numbers = match.slice(1).map(numberOf);
    if (numbers.every((number) => number !== undefined)) return span(numbers[0] ?? 0, numbers[1] ?? 0);
  }
  return undefined;
}

function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word.replace(/[.,].*$/, ""));
  const at = Math.max(NUMBER_WORDS.indexOf(word), ROMAN.indexOf(word));
  return at < 0 ? undefined : at + 1;
}
