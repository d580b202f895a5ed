import { addDays, type CivilDate } from "#time";
import type { FollowUpState } from "./take-follow-up-step.ts";

/** Days from the due date, and whom the reminder goes to: the office itself, then its camat, then the city. */
export const reminderStages = [
  { stage: "week-before", days: -7, to: "owner" },
  { stage: "day-before", days: -1, to: "owner" },
  { stage: "day-after", days: 1, to: "owner" },
  { stage: "week-after", days: 7, to: "camat" },
  { stage: "fortnight-after", days: 14, to: "city" },
] as const;

export type ReminderStage = (typeof reminderStages)[number];

/** What was never sent by then is sent no more: it stands on every list. */
const lastDays = 28;

type Due = {
  readonly state: FollowUpState;
  readonly dueOn: CivilDate;
  /** On which day the due date was given. */
  readonly dueSince: CivilDate;
};

/**
 * The reminder that is due on a day. A day that was missed is caught up until the next one's comes; what lies before the due date
 * was given is not made up for. Undefined once the office has answered: "done", "cannot" and "more time" wait for the city.
 */
export function reminderOn({ state, dueOn, dueSince }: Due, day: CivilDate): ReminderStage | undefined {
  if (state !== "open" || day >= addDays(dueOn, lastDays)) return undefined;
  const stage = reminderStages.findLast(({ days }) => addDays(dueOn, days) <= day);
  return stage !== undefined && addDays(dueOn, stage.days) > dueSince ? stage : undefined;
}
