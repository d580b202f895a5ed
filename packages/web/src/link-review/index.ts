export { questionKinds, readLinkQuery, wordOfKind, writeLinkQuery } from "./link-query.ts";
export { linkReviewCounts } from "./link-review-counts.ts";
