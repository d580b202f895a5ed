import type { Feature } from "#app";

export const packetsFeature: Feature = {
  name: "packets",
  owns: {
    "app.packets": "enrolment.list",
    "app.packet_lines": "enrolment.list",
  },
};
