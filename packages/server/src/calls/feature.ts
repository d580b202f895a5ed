import type { Feature } from "#app";

export const callsFeature: Feature = {
  name: "calls",
  owns: {
    "app.village_contacts": "village_contact.read",
  },
};
