import type { Bucket } from "@tuwai/server/arrears";
import type { ArrearsTexts } from "#language/arrears.ts";

/** What a chip of the board is called: within the first threshold, then from one to the next. */
export function bucketNamer(
  t: Pick<ArrearsTexts, "bucketNames" | "within" | "between">,
  thresholds: readonly number[],
): (bucket: Bucket) => string {
  return (bucket) => {
    if (bucket === "village" || bucket === "ended") return t.bucketNames[bucket];
    const at = thresholds.indexOf(Number(bucket));
    return at <= 0 ? t.within(bucket) : t.between(String(thresholds[at - 1]! + 1), bucket);
  };
}
