import type { Feature } from "#app";
import { importKinds } from "#intake";
import { resultsApplier } from "./results-applier.ts";

export const packetResultsFeature: Feature = {
  name: "packet-results",
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
