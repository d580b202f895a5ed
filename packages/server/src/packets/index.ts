export { composePacket, type ComposeOutcome, type LeftOut } from "./compose-packet.ts";
export type { LineReason } from "./check-line.ts";
export { downloadPacket, type PacketFile } from "./download-packet.ts";
export { getPacket, listPackets, type ShownLine, type ShownPacket } from "./get-packet.ts";
export { type PacketColumn, type PacketField, packetFields } from "./packet-columns.ts";
export { removeFromPacket, type RemoveOutcome } from "./remove-from-packet.ts";
export { resultsApplier } from "./results-applier.ts";
export { sendPacket, type SendOutcome, type SendRefusal } from "./send-packet.ts";
export {
  ensureDefaultPacketMapping,
  getPacketMapping,
  type MappingOutcome,
  type MappingRefusal,
  setPacketMapping,
} from "./set-packet-mapping.ts";
export { withdrawPacket } from "./withdraw-packet.ts";
export { packetsFeature } from "./feature.ts";
