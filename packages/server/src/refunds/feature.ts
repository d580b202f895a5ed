import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, unitePersons, workHandlers } from "#work";
import { refreshRefunds } from "./refresh-refunds.ts";
import { countLines } from "./refund-line.store.ts";

export const refundsFeature: Feature = {
  name: "refunds",
  owns: { "app.refund_lines": "refund.read" },
  gives: [
    workHandlers(handles("refunds.refresh", { work: refreshRefunds, unite: unitePersons })),
    taskSources({
      code: "ask-refunds",
      target: "refunds",
      urgency: 69,
      permission: "refund.ask",
      count: ({ tx, actor }) => countLines(tx, actor.regionCode, false),
    }),
    taskSources({
      code: "answer-refunds",
      target: "refunds",
      urgency: 76,
      permission: "refund.answer",
      count: ({ tx, actor }) => countLines(tx, actor.regionCode, true),
    }),
  ],
};
