import { type Meeting, requireMeeting } from "#meetings";
import { read, type Step } from "#use-case";
import { type Decision, readDecisions, type FollowUpCounts } from "./list-decisions.ts";
import { findMeetingById } from "./meeting.view.ts";

/** What the meeting before decided, and what became of it: the first item of the next agenda. */
export type CarriedOver = {
  readonly meeting: { readonly code: string; readonly title: string; readonly startsAt: Date };
  readonly decisions: readonly Decision[];
  readonly counts: FollowUpCounts;
};

/** Null where no meeting came before, or where it decided nothing. */
export async function readCarriedOver(
  step: Step,
  { previousId }: Pick<Meeting, "previousId">,
): Promise<CarriedOver | null> {
  const meeting =
    previousId === null ? undefined : await findMeetingById(step.tx, step.actor.regionCode, previousId);
  if (meeting === undefined) return null;
  const decisions = (await readDecisions(step, meeting)).filter(({ number }) => number !== null);
  if (decisions.length === 0) return null;
  const { code, title, startsAt } = meeting;
  return { meeting: { code, title, startsAt }, decisions, counts: sumOf(decisions) };
}

const noCounts: FollowUpCounts = {
  all: 0,
  late: 0,
  cannot: 0,
  waiting: 0,
  running: 0,
  kept: 0,
  withdrawn: 0,
};

function sumOf(decisions: readonly Decision[]): FollowUpCounts {
  const sum: Record<keyof FollowUpCounts, number> = { ...noCounts };
  for (const { counts } of decisions)
    for (const name of Object.keys(sum) as (keyof FollowUpCounts)[]) sum[name] += counts[name];
  return sum;
}

/** With what the next meeting opens. Throws `not-found`. */
export const getCarriedOver = read(
  { purpose: "carried-over", permission: "decision.read" },
  async (step, { meetingCode }: { readonly meetingCode: string }): Promise<CarriedOver | null> =>
    readCarriedOver(step, await requireMeeting(step, meetingCode)),
);
