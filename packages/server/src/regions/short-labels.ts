const longest = 5;
const roman = /^[IVX]+$/;

/**
 * A label of at most five letters for each village, for a square on which its name has no room: "Kampung Baru" → "KBaru",
 * "Jawi-Jawi II" → "JJ II". Villages that would share one are told apart by a digit.
 */
export function shortLabels(
  villages: readonly { readonly code: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    villages.map(({ code, name }) => {
      const label = free(shorten(name), taken);
      taken.add(label);
      return [code, label] as const;
    }),
  );
}

function shorten(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last.slice(0, longest);
  const initials = words.slice(0, -1).map((word) => word.slice(0, 1));
  if (roman.test(last)) return `${initials.join("").slice(0, 2)} ${last}`.slice(0, longest);
  const before = initials.join("").slice(0, 2);
  return before + last.slice(0, longest - before.length);
}

function free(label: string, taken: ReadonlySet<string>): string {
  if (!taken.has(label)) return label;
  for (let number = 2; ; number += 1) {
    const other = `${label.slice(0, longest - String(number).length)}${number}`;
    if (!taken.has(other)) return other;
  }
}
