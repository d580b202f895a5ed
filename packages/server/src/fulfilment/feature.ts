import type { Feature } from "#app";

export const fulfilmentFeature: Feature = {
  name: "fulfilment",
  owns: {
    "app.commitment_enrolments": "village_commitment.people",
    "app.commitment_months": "village_commitment.people",
    "app.village_payments": "village_commitment.bill",
    "app.village_payment_lines": "village_commitment.bill",
    "app.village_payment_entries": "village_commitment.bill",
  },
  gives: [],
};
