import { mayBecomeFinal, minutesSettings } from "@tuwai/domain/minutes";
import { daysBetween, jakartaDate } from "@tuwai/domain/time";
import { readSettings } from "#settings";
import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listOpenMinutes, type OpenMinutes } from "./minutes.store.ts";
import { listWithoutMinutes } from "./of-meeting.view.ts";

/** Meetings that are over for so many days and whose minutes nobody has been shown. */
async function countLate({ tx, actor, today }: Step): Promise<number> {
  const settings = await readSettings(tx, actor.regionCode, minutesSettings);
  const due = settings["minutes-due-days"].value;
  const without = await listWithoutMinutes(tx, actor.regionCode);
  return without.filter(({ closedAt }) => daysBetween(jakartaDate(closedAt.getTime()), today) >= due).length;
}

const shownNow = async ({ tx, area }: Step): Promise<readonly OpenMinutes[]> => listOpenMinutes(tx, area);

const isOver = ({ today }: Step, { objectionsUntil }: OpenMinutes) => mayBecomeFinal(objectionsUntil, today);

const countObjections = async (step: Step): Promise<number> =>
  (await shownNow(step)).reduce((sum, { unanswered }) => sum + unanswered, 0);

const countReady = async (step: Step): Promise<number> =>
  (await shownNow(step)).filter((one) => isOver(step, one)).length;

const countToRead = async (step: Step): Promise<number> =>
  (await shownNow(step)).filter((one) => !isOver(step, one) && !one.hasReplied).length;

export const minutesTasks = [
  taskSources({
    code: "show-minutes",
    target: "meetings",
    urgency: 134,
    permission: "minutes.write",
    count: countLate,
  }),
  taskSources({
    code: "answer-objections",
    target: "meetings",
    urgency: 151,
    permission: "minutes.write",
    count: countObjections,
  }),
  taskSources({
    code: "finish-minutes",
    target: "meetings",
    urgency: 152,
    permission: "minutes.write",
    count: countReady,
  }),
  taskSources({
    code: "read-minutes",
    target: "meetings",
    urgency: 135,
    permission: "minutes.reply",
    count: countToRead,
  }),
];
