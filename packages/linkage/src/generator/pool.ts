import type { Random } from "./random.ts";

/** Items with weights, as running totals. */
export type Pool = { readonly items: readonly string[]; readonly totals: readonly number[] };

export function poolOf(entries: readonly { item: string; weight: number }[]): Pool {
  let total = 0;
  return {
    items: entries.map((entry) => entry.item),
    totals: entries.map((entry) => (total += entry.weight)),
  };
}

/** The first item most often: the place in the list to the power of `-steepness` is its weight (Zipf). */
export function rankedPool(items: readonly string[], steepness: number): Pool {
  return poolOf(items.map((item, place) => ({ item, weight: (place + 1) ** -steepness })));
}

/** Binary search over running totals: a hundred thousand names are drawn in no time. */
export function drawFrom(pool: Pool, random: Random): string {
  const point = random.next() * (pool.totals.at(-1) ?? 0);
  let low = 0;
  let high = pool.totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pool.totals[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return pool.items[low] ?? "";
}
