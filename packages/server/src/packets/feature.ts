import type { Feature } from "#app";
import { importKinds } from "#intake";
import { resultsApplier } from "./results-applier.ts";

export const packetsFeature: Feature = {
  name: "packets",
  owns: {
    "app.packets": "enrolment.list",
    "app.packet_lines": "enrolment.list",
    "app.packet_mappings": "packet_mapping.read",
  },
  gives: [
    importKinds({
      kind: "enrolment-result",
      send: "import.send.enrolment_result",
      isMoney: false,
      needsVillage: false,
      applier: resultsApplier,
      topics: [],
    }),
  ],
};
