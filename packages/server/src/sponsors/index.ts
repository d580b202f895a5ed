export { getMyPledge, type MyPledge, type MyWorker } from "./get-my-pledge.ts";
export { listPledges } from "./list-pledges.ts";
export type { ListedPledge } from "./listed-pledge.store.ts";
export type { PledgePrices, PriceStep } from "./pledge-prices.ts";
export { previewPledge, signPledge, type SignOutcome, type SignRefusal } from "./sign-pledge.ts";
export { stopPledge, type StopOutcome } from "./stop-pledge.ts";
export type { Wishes } from "./pledge.store.ts";
export { sponsorsFeature } from "./feature.ts";
