export { questionKinds, readLinkQuery, wordOfKind, writeLinkQuery } from "./link-query.ts";
export { ComparisonTable } from "./comparison-table.tsx";
export { linkReviewCounts } from "./link-review-counts.ts";
