import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, workHandlers } from "#work";
import { fillLinkSample } from "./draw-link-sample.ts";
import { countOpenPairs } from "./link-sample.store.ts";

export const linkSamplesFeature: Feature = {
  name: "link-samples",
  owns: {
    "app.link_samples": "link_review.read",
    "app.link_sample_bands": "link_review.read",
    "app.link_sample_pairs": "link_review.read",
  },
  gives: [
    taskSources({
      code: "answer-link-sample",
      target: "link-sample",
      urgency: 124,
      permission: "link_review.decide",
      count: ({ tx, area }) => countOpenPairs(tx, area),
    }),
    workHandlers(handles("link-samples.fill", { work: fillLinkSample })),
  ],
};
