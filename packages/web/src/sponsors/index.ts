export { listAllPledges, sumByOffice, type OfficePledges } from "./list-all-pledges.ts";
export { SponsorTabs } from "./sponsor-tabs.tsx";
