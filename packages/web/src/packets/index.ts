export { packetTasks } from "./packet-tasks.ts";
export { packetCounts } from "./packet-counts.ts";
