import type { Feature } from "#app";
import { pledgeOutlook } from "./pledge-outlook.ts";

export const sponsorsFeature: Feature = {
  name: "sponsors",
  owns: {
    "app.pledges": "pledge.read",
    "app.pledge_wishes": "pledge.match",
  },
  gives: pledgeOutlook,
};
