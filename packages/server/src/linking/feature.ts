import type { Feature } from "#app";
import { workHandlers } from "#work";
import { linkingWork } from "./linking-work.ts";

export const linkingFeature: Feature = {
  name: "linking",
  owns: {
    "app.links": "link_review.read",
    "app.link_questions": "link_review.read",
    "app.person_memberships": "worker.list",
    "app.person_welfare": "worker.welfare.read",
  },
  gives: [workHandlers(linkingWork)],
};
