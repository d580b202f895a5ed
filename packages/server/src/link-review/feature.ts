import type { Feature } from "#app";

export const linkReviewFeature: Feature = {
  name: "link-review",
  owns: {
    "app.link_decisions": "link_review.read",
  },
};
