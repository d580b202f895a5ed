import type { Feature } from "#app";

export const regionsFeature: Feature = {
  name: "regions",
  owns: {
    "app.regions": "open",
  },
};
