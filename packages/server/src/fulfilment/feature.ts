import type { Feature } from "#app";

export const fulfilmentFeature: Feature = {
  name: "fulfilment",
  owns: {
    "app.commitment_enrolments": "village_commitment.people",
    "app.commitment_months": "village_commitment.people",
  },
  gives: [],
};
