import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listChecks } from "./check.store.ts";
import { listMeetingRows, type Meeting } from "./meeting.store.ts";
import { type HallVillage, readHall } from "./read-hall.ts";

/** Meetings to come that the village was invited to and whose numbers it has not looked at. */
async function listUnchecked({ tx, actor, area }: Step): Promise<readonly Meeting[]> {
  if (area.villageCode === null) return [];
  const asked = (await listMeetingRows(tx, actor.regionCode)).filter(({ state }) => state === "invited");
  const waiting: Meeting[] = [];
  for (const meeting of asked)
    if (!(await listChecks(tx, area, meeting.id)).has(area.villageCode)) waiting.push(meeting);
  return waiting;
}

/** Whether the list leaves nobody to promise for; a village without a list is asked. */
const isAllCovered = ({ heads, groups }: HallVillage): boolean =>
  heads === 0 && groups.some((group) => group.heads.people > 0);

/** Meetings in progress that wait for what the village promises, or for its word about what was typed for it. */
async function listUnanswered(step: Step): Promise<readonly Meeting[]> {
  const { tx, actor, area } = step;
  if (area.villageCode === null) return [];
  const waiting: Meeting[] = [];
  for (const meeting of (await listMeetingRows(tx, actor.regionCode)).filter(
    ({ state }) => state === "open",
  )) {
    const [village] = (await readHall(step, meeting)).villages;
    if (village === undefined || village.rowState === "declared" || isAllCovered(village)) continue;
    if (village.groups.some(({ isApplicable }) => isApplicable)) waiting.push(meeting);
  }
  return waiting;
}

export const meetingTasks = [
  taskSources({
    code: "answer-in-meeting",
    target: "meetings",
    urgency: 13,
    permission: "meeting.fill",
    count: async (step) => (await listUnanswered(step)).length,
    where: async (step) => (await listUnanswered(step))[0]?.code,
  }),
  taskSources({
    code: "check-meeting-numbers",
    target: "meetings",
    urgency: 141,
    permission: "meeting.fill",
    count: async (step) => (await listUnchecked(step)).length,
    where: async (step) => (await listUnchecked(step))[0]?.code,
  }),
];
