import { mayBecomeFinal, minutesSettings } from "@tuwai/domain/minutes";
import { daysBetween, jakartaDate } from "@tuwai/domain/time";
import { readSettings } from "#settings";
import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listOpenMinutes, type OpenMinutes } from "./minutes.store.ts";
import { findMeetingCode, listWithoutMinutes, type MeetingWithout } from "./of-meeting.view.ts";

/** Meetings that are over for so many days and whose minutes nobody has been shown. */
async function listLate({ tx, actor, today }: Step): Promise<readonly MeetingWithout[]> {
  const settings = await readSettings(tx, actor.regionCode, minutesSettings);
  const due = settings["minutes-due-days"].value;
  const without = await listWithoutMinutes(tx, actor.regionCode);
  return without.filter(({ closedAt }) => daysBetween(jakartaDate(closedAt.getTime()), today) >= due);
}

type Waits = (one: OpenMinutes, step: Step) => boolean;

const isOver: Waits = ({ objectionsUntil }, { today }) => mayBecomeFinal(objectionsUntil, today);
const isAnswerDue: Waits = ({ unanswered }) => unanswered > 0;
const isToRead: Waits = (one, step) => !isOver(one, step) && !one.hasReplied;

const listShown = async (step: Step, waits: Waits): Promise<readonly OpenMinutes[]> =>
  (await listOpenMinutes(step.tx, step.area)).filter((one) => waits(one, step));

/** The meeting of the first minutes that wait. */
const meetingOf =
  (waits: Waits) =>
  async (step: Step): Promise<string | undefined> => {
    const [first] = await listShown(step, waits);
    return first === undefined ? undefined : findMeetingCode(step.tx, first.meetingId);
  };

const countShown = (waits: Waits) => async (step: Step) => (await listShown(step, waits)).length;

export const minutesTasks = [
  taskSources({
    code: "show-minutes",
    target: "meetings",
    urgency: 134,
    permission: "minutes.write",
    count: async (step) => (await listLate(step)).length,
    where: async (step) => (await listLate(step))[0]?.code,
  }),
  taskSources({
    code: "answer-objections",
    target: "meetings",
    urgency: 151,
    permission: "minutes.write",
    count: async (step) =>
      (await listShown(step, isAnswerDue)).reduce((sum, { unanswered }) => sum + unanswered, 0),
    where: meetingOf(isAnswerDue),
  }),
  taskSources({
    code: "finish-minutes",
    target: "meetings",
    urgency: 152,
    permission: "minutes.write",
    count: countShown(isOver),
    where: meetingOf(isOver),
  }),
  taskSources({
    code: "read-minutes",
    target: "meetings",
    urgency: 135,
    permission: "minutes.reply",
    count: countShown(isToRead),
    where: meetingOf(isToRead),
  }),
];
