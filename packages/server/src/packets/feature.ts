import type { Feature } from "#app";
import { packetOutlook } from "./packet-outlook.ts";
import { packetTasks } from "./packet-tasks.ts";

export const packetsFeature: Feature = {
  name: "packets",
  owns: {
    "app.packets": "enrolment.list",
    "app.packet_lines": "enrolment.list",
  },
  gives: [...packetTasks, ...packetOutlook],
};
