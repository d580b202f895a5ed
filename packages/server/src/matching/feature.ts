import type { Feature } from "#app";

export const matchingFeature: Feature = {
  name: "matching",
  owns: {
    "app.sponsorships": "pledge.read",
  },
};
