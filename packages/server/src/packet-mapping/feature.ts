import type { Feature } from "#app";

export const packetMappingFeature: Feature = {
  name: "packet-mapping",
  owns: {
    "app.packet_mappings": "packet_mapping.read",
  },
};
