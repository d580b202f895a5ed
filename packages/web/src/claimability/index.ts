export { claimabilityCounts } from "./claimability-counts.ts";
export { PacketClaimability } from "./packet-claimability.tsx";
