import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listChecks } from "./check.store.ts";
import { listMeetingRows } from "./meeting.store.ts";

/** Meetings to come that the village was invited to and whose numbers it has not looked at. */
async function countUnchecked({ tx, actor, area }: Step): Promise<number> {
  if (area.villageCode === null) return 0;
  const asked = (await listMeetingRows(tx, actor.regionCode)).filter(({ state }) => state === "invited");
  let waiting = 0;
  for (const { id } of asked) if (!(await listChecks(tx, area, id)).has(area.villageCode)) waiting += 1;
  return waiting;
}

export const meetingTasks = [
  taskSources({
    code: "check-meeting-numbers",
    target: "meetings",
    urgency: 141,
    permission: "meeting.fill",
    count: countUnchecked,
  }),
];
