import type { Feature } from "#app";

export const sponsorsFeature: Feature = {
  name: "sponsors",
  owns: {
    "app.pledges": "pledge.read",
    "app.pledge_wishes": "pledge.match",
  },
};
