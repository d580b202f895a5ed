export { findPledge } from "./find-pledge.ts";
export { getMyPledge, type MyPledge, type MyWorker } from "./get-my-pledge.ts";
export { type CivilServant, listCivilServants } from "./list-civil-servants.ts";
export { listPledges, sumPledges } from "./list-pledges.ts";
export type { ListedPledge, OfficePledges } from "./listed-pledge.view.ts";
export type { PledgePrices, PriceStep } from "./pledge-prices.ts";
export { previewPledge, signPledge, type SignOutcome, type SignRefusal } from "./sign-pledge.ts";
export { stopPledge, type StopOutcome } from "./stop-pledge.ts";
export { sponsorsFeature } from "./feature.ts";
