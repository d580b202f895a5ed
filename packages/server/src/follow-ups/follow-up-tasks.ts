import { addDays } from "@tuwai/domain/time";
import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listAskedRows } from "./follow-up.view.ts";

const openRows = ({ tx, area }: Step, states: readonly string[]) =>
  listAskedRows(tx, area, {}).then((rows) => rows.filter(({ state }) => states.includes(state)));

const daysAhead = 30;

type Rows = Awaited<ReturnType<typeof openRows>>;

/** The own office's, of which the day has passed, or comes within a month. */
const own =
  (isLate: boolean) =>
  async (step: Step): Promise<Rows> => {
    const { actor, today } = step;
    const until = addDays(today, daysAhead);
    const rows = await openRows(step, ["open"]);
    return rows.filter(
      ({ ownerRole, dueOn }) => ownerRole === actor.role && dueOn < today === isLate && dueOn <= until,
    );
  };

const toAnswer = (step: Step): Promise<Rows> => openRows(step, ["asked", "done", "cannot"]);

/** How many there are, and the one where there is no other. */
const countOf = (list: (step: Step) => Promise<Rows>) => ({
  count: async (step: Step) => (await list(step)).length,
  where: async (step: Step) => {
    const [first, ...others] = await list(step);
    return others.length === 0 ? first?.id : undefined;
  },
});

export const followUpTasks = [
  taskSources({
    code: "late-follow-ups",
    target: "follow-ups-own",
    urgency: 132,
    permission: "follow_up.act",
    ...countOf(own(true)),
  }),
  taskSources({
    code: "answer-follow-ups",
    target: "follow-ups-answer",
    urgency: 133,
    permission: "follow_up.answer",
    ...countOf(toAnswer),
  }),
  taskSources({
    code: "own-follow-ups",
    target: "follow-ups-own",
    urgency: 153,
    permission: "follow_up.act",
    ...countOf(own(false)),
  }),
];
