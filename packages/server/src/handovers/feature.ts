import type { Feature } from "#app";

export const handoversFeature: Feature = {
  name: "handovers",
  owns: {
    "app.child_handovers": "handover.read",
    "app.child_handover_looks": "handover.read",
  },
  gives: [],
};
