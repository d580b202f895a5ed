import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, schedule, schedules, workHandlers } from "#work";
import { countDrafts } from "./draft.store.ts";
import { publishReleases } from "./publish-releases.ts";

export const releasesFeature: Feature = {
  name: "releases",
  owns: {
    "pub.release_tables": "open",
    "pub.release_notices": "open",
    "app.release_drafts": "release.publish",
  },
  gives: [
    // However often it is asked for, waiting publications are one.
    workHandlers(handles("coverage.publish", { work: (app) => publishReleases(app), unite: () => ({}) })),
    schedules(schedule({ name: "releases", at: "00.50", topic: "coverage.publish", payload: {} })),
    taskSources({
      code: "look-at-release",
      target: "release-drafts",
      urgency: 81,
      permission: "release.prepare",
      count: ({ tx, actor }) => countDrafts(tx, actor.regionCode, "prepared"),
    }),
    taskSources({
      code: "confirm-release",
      target: "release-drafts",
      urgency: 82,
      permission: "release.publish",
      count: ({ tx, actor }) => countDrafts(tx, actor.regionCode, "submitted"),
    }),
  ],
};
