export { packetCounts } from "./packet-counts.ts";
