import { splitPersonName } from "@tuwai/domain/identity";

/** A stretch of a name: shared with the other name, only here, or a title that matching ignores. */
export type NameSpan = { readonly text: string; readonly mark: "same" | "different" | "title" };

export type NameDifference = { readonly left: readonly NameSpan[]; readonly right: readonly NameSpan[] };

/**
 * Where two written names differ, letter by letter, for marking on a screen. Capitals do not matter; titles and degrees
 * are set apart. Putting the texts of a side together gives that name as written, up to spacing.
 */
export function nameDifference(left: string, right: string): NameDifference {
  const a = splitPersonName(left);
  const b = splitPersonName(right);
  const shared = longestShared(a.core.toLowerCase(), b.core.toLowerCase());
  return {
    left: withTitles(a, marked(a.core, shared.left)),
    right: withTitles(b, marked(b.core, shared.right)),
  };
}

type Parts = ReturnType<typeof splitPersonName>;

function withTitles(parts: Parts, core: readonly NameSpan[]): readonly NameSpan[] {
  const before = parts.before.map((title): NameSpan => ({ text: `${title} `, mark: "title" }));
  const after = parts.after.map((degree): NameSpan => ({ text: `, ${degree}`, mark: "title" }));
  return [...before, ...core, ...after];
}

function marked(text: string, isShared: readonly boolean[]): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  Array.from(text).forEach((letter, index) => {
    const mark = isShared[index] === true ? "same" : "different";
    const last = spans.at(-1);
    if (last?.mark === mark) spans[spans.length - 1] = { text: last.text + letter, mark };
    else spans.push({ text: letter, mark });
  });
  return spans;
}

/** Longest common subsequence: which letters of each side the other has too, in order. */
function longestShared(
  left: string,
  right: string,
): { readonly left: readonly boolean[]; readonly right: readonly boolean[] } {
  const a = Array.from(left);
  const b = Array.from(right);
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const inLeft = a.map(() => false);
  const inRight = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      inLeft[i] = true;
      inRight[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return { left: inLeft, right: inRight };
}
