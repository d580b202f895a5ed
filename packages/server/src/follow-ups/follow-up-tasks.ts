import { addDays } from "@tuwai/domain/time";
import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listAskedRows } from "./follow-up.view.ts";

const openRows = ({ tx, area }: Step, states: readonly string[]) =>
  listAskedRows(tx, area, {}).then((rows) => rows.filter(({ state }) => states.includes(state)));

const daysAhead = 30;

/** The own office's, of which the day has passed, or comes within a month. */
async function countOwn(step: Step, isLate: boolean): Promise<number> {
  const { actor, today } = step;
  const until = addDays(today, daysAhead);
  const rows = await openRows(step, ["open"]);
  return rows.filter(
    ({ ownerRole, dueOn }) => ownerRole === actor.role && dueOn < today === isLate && dueOn <= until,
  ).length;
}

const countAnswers = async (step: Step): Promise<number> =>
  (await openRows(step, ["asked", "done", "cannot"])).length;

export const followUpTasks = [
  taskSources({
    code: "late-follow-ups",
    target: "follow-ups-own",
    urgency: 132,
    permission: "follow_up.act",
    count: (step) => countOwn(step, true),
  }),
  taskSources({
    code: "answer-follow-ups",
    target: "follow-ups-answer",
    urgency: 133,
    permission: "follow_up.answer",
    count: countAnswers,
  }),
  taskSources({
    code: "own-follow-ups",
    target: "follow-ups-own",
    urgency: 153,
    permission: "follow_up.act",
    count: (step) => countOwn(step, false),
  }),
];
