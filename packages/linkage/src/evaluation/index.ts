export { type LinkPair, type Quality, evaluateLinks, qualityOf } from "./evaluate-links.ts";
export { type ClusterQuality, evaluateClusters } from "./evaluate-clusters.ts";
