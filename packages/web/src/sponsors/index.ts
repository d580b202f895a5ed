export { SponsorTabs } from "./sponsor-tabs.tsx";
