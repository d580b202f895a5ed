/*
 * Texts are taken as UTF-8 bytes, as both engines take them: "É" is two places. Folded text, which is all that a model
 * of this package compares, has one byte a letter.
 */

/** Number of places in which two texts of equal length differ. Throws on unequal length, as the engine does. */
export function hamming(first: string, second: string): number {
  const [a, b] = [bytesOf(first), bytesOf(second)];
  if (a.length !== b.length) throw new RangeError("hamming needs texts of equal length");
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) different++;
  return different;
}

/** Fewest insertions, deletions and substitutions that turn one text into the other. */
export function levenshtein(first: string, second: string): number {
  const [a, b] = [bytesOf(first), bytesOf(second)];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, at(previous, j) + 1, at(current, j - 1) + 1);
    }
    previous = current;
  }
  return at(previous, b.length);
}

/** Levenshtein distance in which swapping two neighbours also costs one (unrestricted form). */
export function damerauLevenshtein(first: string, second: string): number {
  const [a, b] = [bytesOf(first), bytesOf(second)];
  const far = a.length + b.length;
  const grid = [Array.from({ length: b.length + 2 }, () => far)];
  for (let i = 0; i <= a.length; i++) {
    grid[i + 1] = [far, ...Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0))];
  }
  const lastRow = new Map<string, number>();
  for (let i = 1; i <= a.length; i++) {
    let lastColumn = 0;
    for (let j = 1; j <= b.length; j++) {
      const k = lastRow.get(b[j - 1] ?? "") ?? 0;
      const l = lastColumn;
      const equal = a[i - 1] === b[j - 1];
      if (equal) lastColumn = j;
      const above = at(grid[i] ?? [], j);
      const swap = at(grid[k] ?? [], l) + (i - k - 1) + 1 + (j - l - 1);
      const row = grid[i + 1] ?? [];
      row[j + 1] = Math.min(above + (equal ? 0 : 1), at(row, j) + 1, at(grid[i] ?? [], j + 1) + 1, swap);
    }
    lastRow.set(a[i - 1] ?? "", i);
  }
  return at(grid[a.length + 1] ?? [], b.length + 1);
}

/** Jaro–Winkler similarity from 0 to 1: prefix weight 0.1 for up to 4 letters, half transpositions rounded down, 0 when one is empty. */
export function jaroWinkler(first: string, second: string): number {
  const [a, b] = [bytesOf(first), bytesOf(second)];
  const jaro = jaroSimilarity(a, b);
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroSimilarity(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const taken = Array.from({ length: b.length }, () => false);
  const fromA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const j = findFree(b, a[i] ?? "", taken, { from: i - reach, until: i + reach + 1 });
    if (j < 0) continue;
    taken[j] = true;
    fromA.push(a[i] ?? "");
  }
  const matches = fromA.length;
  if (matches === 0) return 0;
  const fromB = b.split("").filter((_, j) => taken[j]);
  const half = Math.floor(fromA.filter((letter, i) => letter !== fromB[i]).length / 2);
  return (matches / a.length + matches / b.length + (matches - half) / matches) / 3;
}

function findFree(
  text: string,
  letter: string,
  taken: readonly boolean[],
  window: { from: number; until: number },
) {
  for (let j = Math.max(window.from, 0); j < Math.min(window.until, text.length); j++) {
    if (!taken[j] && text[j] === letter) return j;
  }
  return -1;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

const utf8 = new TextEncoder();
/** A text of one character per byte. */
const bytesOf = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : String.fromCodePoint(...utf8.encode(text));

/** Share of the different bytes of two texts that both have: 0 nothing in common, 1 the same set. Empty texts share nothing. */
export function jaccard(a: string, b: string): number {
  const left = new Set(utf8.encode(a));
  const right = new Set(utf8.encode(b));
  if (left.size === 0 || right.size === 0) return 0;
  const both = [...left].filter((byte) => right.has(byte)).length;
  return both / (left.size + right.size - both);
}
