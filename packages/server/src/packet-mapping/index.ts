export { ensureDefaultPacketMapping } from "./ensure-default-packet-mapping.ts";
export { packetMappingFeature } from "./feature.ts";
export { getPacketMapping } from "./get-packet-mapping.ts";
export { type PacketColumn, type PacketField, packetFields } from "./packet-columns.ts";
export { findLatestMapping, findMapping, type PacketMapping } from "./packet-mapping.store.ts";
export { type MappingOutcome, type MappingRefusal, setPacketMapping } from "./set-packet-mapping.ts";
