/** What a map, a tile or a dot shows about one region. Texts are finished: charts format nothing. */
export type RegionValue = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** Null when hidden for privacy or unknown: drawn hatched, never as zero. */
  readonly percent: number | null;
  /** "61%" or the word for hidden. */
  readonly valueText: string;
  /** "Naras I: 61%, 87 dari 143 pekerja" */
  readonly label: string;
};

/** Fixed fifths: a colour means the same every month. */
export const bands = [0, 20, 40, 60, 80] as const;

export function bandOf(percent: number): 0 | 1 | 2 | 3 | 4 {
  return Math.min(4, Math.max(0, Math.floor(percent / 20))) as 0 | 1 | 2 | 3 | 4;
}

export function fillOf(percent: number | null): { className: string } | { fill: string } {
  return percent === null ? { fill: "url(#hatch)" } : { className: `k${bandOf(percent)}` };
}
