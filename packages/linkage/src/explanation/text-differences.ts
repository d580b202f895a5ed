/** A stretch of text: in both, only in the left, only in the right. */
export type TextPart = { in: "both" | "left" | "right"; text: string };

/** Letter by letter what differs between two short texts, for showing side by side. Longest common subsequence. */
export function textDifferences(left: string, right: string): TextPart[] {
  const a = Array.from(left);
  const b = Array.from(right);
  const common = commonLengths(a, b);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      append(parts, "both", a[i++] ?? "");
      j++;
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      append(parts, "left", a[i++] ?? "");
    } else {
      append(parts, "right", b[j++] ?? "");
    }
  }
  return parts;
}

function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function append(parts: TextPart[], where: TextPart["in"], letter: string): void {
  const last = parts.at(-1);
  if (last?.in === where) last.text += letter;
  else parts.push({ in: where, text: letter });
}
