import { type FollowUpGroup, followUpGroups, groupOfFollowUp } from "@tuwai/domain/follow-ups";
import { type Meeting, requireMeeting } from "#meetings";
import { read, type Step } from "#use-case";
import { type DecisionRow, listDecisionRows } from "./decision.view.ts";
import { type FollowUpRow, listFollowUpRows } from "./follow-up.store.ts";
import { listPlaces } from "./place.view.ts";

/** How many offices of the reader's area stand where. */
export type FollowUpCounts = Readonly<Record<FollowUpGroup, number>> & { readonly all: number };

/** A decision with the place it asks, as it is called, and how far it is kept. */
export type Decision = DecisionRow & {
  readonly placeName: string | null;
  readonly counts: FollowUpCounts;
};

/** Decisions of a meeting, or the standing ones, with counts of the reader's own area; for pages and minutes. */
export async function readDecisions(
  step: Step,
  meeting: Pick<Meeting, "id"> | null,
): Promise<readonly Decision[]> {
  const { tx, actor, today } = step;
  const { area } = step.under("follow_up.read");
  const { regionCode } = actor;
  const rows = await listDecisionRows(tx, { regionCode, meetingId: meeting?.id ?? null });
  const followUps = await listFollowUpRows(
    tx,
    area,
    rows.map(({ id }) => id),
  );
  const names = new Map((await listPlaces(tx, regionCode)).map(({ code, name }) => [code as string, name]));
  return rows.map((row) => ({
    ...row,
    placeName: names.get(row.villageCode ?? row.kecamatanCode ?? "") ?? null,
    counts: countFollowUps(
      followUps.filter(({ decisionId }) => decisionId === row.id),
      today,
    ),
  }));
}

/** The counts by which a list is read out. */
export function countFollowUps(
  rows: readonly Pick<FollowUpRow, "state" | "dueOn">[],
  today: Step["today"],
): FollowUpCounts {
  const groups = rows.map((row) => groupOfFollowUp(row, today));
  const count = (group: FollowUpGroup) => groups.filter((each) => each === group).length;
  const counts = Object.fromEntries(followUpGroups.map((group) => [group, count(group)]));
  return { ...(counts as Record<FollowUpGroup, number>), all: rows.length };
}

/** What a meeting decided, in order; without a meeting what stands at all times. Throws `not-found`. */
export const listDecisions = read(
  { purpose: "decisions", permission: "decision.read" },
  async (step, { meetingCode }: { readonly meetingCode?: string }): Promise<readonly Decision[]> =>
    readDecisions(step, meetingCode === undefined ? null : await requireMeeting(step, meetingCode)),
);
