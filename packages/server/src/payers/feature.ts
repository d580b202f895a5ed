import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countEnding } from "./list-payers.ts";

export const payersFeature: Feature = {
  name: "payers",
  owns: {
    "app.payers": "payer.read",
    "app.fund_periods": "payer.read",
    "app.handovers": "payer.hand_over.read",
    "app.handover_lines": "payer.hand_over.read",
  },
  gives: [
    taskSources({
      code: "end-of-money",
      target: "payers",
      urgency: 16,
      permission: "payer.hand_over",
      count: countEnding,
    }),
  ],
};
