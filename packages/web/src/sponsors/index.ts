export { SponsorTabs } from "./sponsor-tabs.tsx";
export { useReaders } from "./use-readers.ts";
