import type { Feature } from "#app";

export const settingsFeature: Feature = {
  name: "settings",
  owns: {
    "app.settings": "open",
  },
};
