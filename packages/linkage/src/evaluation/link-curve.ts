import { qualityOf, type CurvePoint, type LinkPair } from "./evaluate-links.ts";

const hundredths = Array.from({ length: 100 }, (_, i) => i / 100);
const nearOne = [0.995, 0.999, 0.9995, 0.9999, 0.99999];

/** Precision, recall and F1 of what is left at each threshold: every hundredth and closer near one, ascending. */
export function linkCurve(
  predicted: readonly LinkPair[],
  truth: readonly LinkPair[],
  thresholds: readonly number[] = [...hundredths, ...nearOne],
): CurvePoint[] {
  const real = new Set(truth.map(keyOf));
  const sorted = predicted.toSorted((a, b) => (b.probability ?? 1) - (a.probability ?? 1));
  let [found, right] = [0, 0];
  const points = thresholds
    .toSorted((a, b) => b - a)
    .map((threshold): CurvePoint => {
      for (; found < sorted.length; found++) {
        const link = sorted[found];
        if (!link || (link.probability ?? 1) < threshold) break;
        if (real.has(keyOf(link))) right++;
      }
      return { threshold, ...qualityOf(right, found, real.size) };
    });
  return points.toReversed();
}

const keyOf = (link: LinkPair): string => JSON.stringify([link.left, link.right]);
