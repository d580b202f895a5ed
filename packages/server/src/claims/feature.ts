import type { Feature } from "#app";

export const claimsFeature: Feature = {
  name: "claims",
  owns: {
    "app.claims": "claim.list",
    "app.claim_steps": "claim.list",
    "app.claim_documents": "claim.list",
    "app.claim_payments": "claim.list",
  },
  gives: [],
};
