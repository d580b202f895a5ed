import type { Step } from "#use-case";

/**
 * For sources that share one count: it is made once for a reading and its area, however many of them ask. Only for what reads, as
 * a change would see its own count of before.
 */
export function countedOnce<Counts>(count: (step: Step) => Promise<Counts>): (step: Step) => Promise<Counts> {
  const made = new WeakMap<Step["tx"], Map<string, Promise<Counts>>>();
  return (step) => {
    const byArea = made.get(step.tx) ?? new Map<string, Promise<Counts>>();
    made.set(step.tx, byArea);
    const area = JSON.stringify(step.area);
    const counts = byArea.get(area) ?? count(step);
    byArea.set(area, counts);
    return counts;
  };
}
