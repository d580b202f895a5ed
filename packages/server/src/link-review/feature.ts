import type { Feature } from "#app";
import { linkReviewTasks } from "./link-review-tasks.ts";

export const linkReviewFeature: Feature = {
  name: "link-review",
  owns: {
    "app.link_decisions": "link_review.read",
  },
  gives: linkReviewTasks,
};
