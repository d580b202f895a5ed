/** A link by the ids of its records. */
export type LinkPair = { left: string; right: string; probability?: number };
export type Quality = {
  found: number;
  true: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
};
/** Quality of what is left at one threshold. */
export type CurvePoint = Quality & { threshold: number };

/** Precision, recall and F1 of predicted links; with probabilities also the curve over thresholds. */
export function evaluateLinks(
  predicted: readonly LinkPair[],
  truth: readonly LinkPair[],
): Quality & { curve?: CurvePoint[] } {
  const real = new Set(truth.map(keyOf));
  const whole = qualityOf(countRight(predicted, real), predicted.length, real.size);
  if (!predicted.some((link) => link.probability !== undefined)) return whole;
  const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999];
  const curve = thresholds.map((threshold) => {
    const kept = predicted.filter((link) => (link.probability ?? 1) >= threshold);
    return { threshold, ...qualityOf(countRight(kept, real), kept.length, real.size) };
  });
  return { ...whole, curve };
}

/** Rates from counts; with nothing found precision is 1 by convention, with nothing to find recall is 1. */
export function qualityOf(right: number, found: number, real: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = real === 0 ? 1 : right / real;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { found, true: real, right, precision, recall, f1 };
}

const keyOf = (link: LinkPair): string => JSON.stringify([link.left, link.right]);
const countRight = (links: readonly LinkPair[], real: ReadonlySet<string>): number =>
  links.filter((link) => real.has(keyOf(link))).length;
