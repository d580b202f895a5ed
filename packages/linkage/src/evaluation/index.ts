export { type CurvePoint, type LinkPair, type Quality, evaluateLinks, qualityOf } from "./evaluate-links.ts";
export { type ClusterQuality, evaluateClusters } from "./evaluate-clusters.ts";
export { linkCurve } from "./link-curve.ts";
