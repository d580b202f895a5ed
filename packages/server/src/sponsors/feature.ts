import type { Feature } from "#app";
import { capTasks } from "./cap-tasks.ts";
import { pledgeOutlook } from "./pledge-outlook.ts";

export const sponsorsFeature: Feature = {
  name: "sponsors",
  owns: {
    "app.pledges": "pledge.read",
    "app.pledge_moves": "servant_change.read",
    "app.pledge_wishes": "pledge.match",
    "app.cap_asks": "pledge.cap_ask.read",
  },
  gives: [...pledgeOutlook, ...capTasks],
};
