import type { Feature } from "#app";

export const privacyFeature: Feature = {
  name: "privacy",
  owns: {
    "app.consents": "own",
  },
};
