import type { Feature } from "#app";
import { contactOutlook } from "./contact-outlook.ts";

export const settingsFeature: Feature = {
  name: "settings",
  owns: {
    "app.settings": "open",
  },
  gives: [contactOutlook],
};
