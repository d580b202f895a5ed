import { qualityOf, type Quality } from "./evaluate-links.ts";

export type ClusterQuality = {
  pairs: Quality;
  bCubed: { precision: number; recall: number; f1: number };
  records: number;
};

/** Pairwise and B³ quality of clusters (record id → cluster id). Records missing on either side are left out. */
export function evaluateClusters(
  predicted: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, string>,
): ClusterQuality {
  const records = [...predicted.keys()].filter((id) => truth.has(id));
  const found = new Map<string, number>();
  const real = new Map<string, number>();
  const both = new Map<string, { n: number; found: string; real: string }>();
  for (const id of records) {
    const mine = predicted.get(id) ?? "";
    const theirs = truth.get(id) ?? "";
    found.set(mine, (found.get(mine) ?? 0) + 1);
    real.set(theirs, (real.get(theirs) ?? 0) + 1);
    const key = JSON.stringify([mine, theirs]);
    both.set(key, { n: (both.get(key)?.n ?? 0) + 1, found: mine, real: theirs });
  }
  let precision = 0;
  let recall = 0;
  for (const cell of both.values()) {
    precision += cell.n ** 2 / (found.get(cell.found) ?? 1);
    recall += cell.n ** 2 / (real.get(cell.real) ?? 1);
  }
  const overlaps = [...both.values()].map((cell) => cell.n);
  const p = precision / Math.max(records.length, 1);
  const r = recall / Math.max(records.length, 1);
  return {
    pairs: qualityOf(pairCount(overlaps), pairCount(found.values()), pairCount(real.values())),
    bCubed: { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) },
    records: records.length,
  };
}

function pairCount(sizes: Iterable<number>): number {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
}
