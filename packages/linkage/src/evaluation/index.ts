export { type LinkPair, type Quality, evaluateLinks } from "./evaluate-links.ts";
export { type ClusterQuality, evaluateClusters } from "./evaluate-clusters.ts";
