import type { Feature } from "#app";
import { importKinds } from "#intake";
import { receiptsApplier } from "./receipts-applier.ts";

export const contributionsFeature: Feature = {
  name: "contributions",
  owns: {
    "app.obligations": "enrolment.list",
  },
  gives: [
    importKinds({
      kind: "bpjs-receipts",
      send: "import.send.bpjs_receipts",
      isMoney: true,
      needsVillage: false,
      applier: receiptsApplier,
      topics: [],
    }),
  ],
};
