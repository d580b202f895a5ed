export { meetingCounts } from "./meeting-counts.ts";
export { MeetingTabs } from "./meeting-tabs.tsx";
export { tabsOf } from "./tabs-of.ts";
