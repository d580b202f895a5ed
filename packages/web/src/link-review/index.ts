export { questionKinds, readLinkQuery, wordOfKind, writeLinkQuery } from "./link-query.ts";
