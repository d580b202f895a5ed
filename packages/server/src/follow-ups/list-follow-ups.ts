import { type FollowUpGroup, followUpGroups, groupOfFollowUp, stepToUndo } from "@tuwai/domain/follow-ups";
import { addDays } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError } from "#app";
import { requireMeeting } from "#meetings";
import { pageOf, type PageOf, read, type Step } from "#use-case";
import { type AskedRow, listAskedRows } from "./follow-up.view.ts";
import { countFollowUps, type FollowUpCounts } from "./list-decisions.ts";
import { listPlaces } from "./place.view.ts";
import { listReminders, type SentReminder } from "./reminder.store.ts";
import { findPaper, listStepRows, type StepRow } from "./step.store.ts";

export type ShownFollowUp = AskedRow & { readonly standing: FollowUpGroup };

export type FollowUpQuery = {
  readonly meetingCode?: string;
  readonly decisionId?: string;
  readonly kecamatanCode?: string;
  readonly ownerRole?: string;
  readonly standing?: string;
  readonly page?: number;
};

export type FollowUpList = {
  readonly page: PageOf<ShownFollowUp>;
  /** Of all that fits the query, whatever the standing. */
  readonly counts: FollowUpCounts;
  readonly kecamatan: readonly {
    readonly code: string;
    readonly name: string;
    readonly counts: FollowUpCounts;
  }[];
};

const pageSize = 50;
/** What was closed longer ago is found by its meeting only. */
const closedDays = 400;

const rank = (group: FollowUpGroup) => followUpGroups.indexOf(group);

/** Follow-ups of the reader's area: what is late first, then by day. Throws `not-found` for an unknown meeting. */
export const listFollowUps = read(
  { purpose: "follow-ups", permission: "follow_up.read" },
  async (step, query: FollowUpQuery): Promise<FollowUpList> => {
    const { tx, actor, today } = step;
    const rows = await rowsOf(step, query);
    const fitting = rows.filter(
      ({ standing }) => query.standing === undefined || standing === query.standing,
    );
    const page = await pageOf(
      { page: query.page, size: pageSize },
      async () => fitting.length,
      async ({ limit, offset }) => fitting.slice(offset, offset + limit),
    );
    const places = (await listPlaces(tx, actor.regionCode)).filter((place) => place.kecamatanCode === null);
    return {
      page,
      counts: countFollowUps(rows, today),
      kecamatan: places.flatMap(({ code, name }) => {
        const own = rows.filter(({ kecamatanCode }) => kecamatanCode === code);
        return own.length === 0 ? [] : [{ code, name, counts: countFollowUps(own, today) }];
      }),
    };
  },
);

async function rowsOf(step: Step, query: FollowUpQuery): Promise<readonly ShownFollowUp[]> {
  const { tx, area, now, today } = step;
  const meeting = query.meetingCode === undefined ? null : await requireMeeting(step, query.meetingCode);
  const closedSince = new Date(now.getTime() - closedDays * 86_400_000);
  const rows = await listAskedRows(tx, area, {
    ...(meeting === null ? { closedSince } : { meetingId: meeting.id }),
    ...(query.decisionId === undefined ? {} : { decisionId: query.decisionId }),
  });
  return rows
    .filter(
      ({ kecamatanCode, ownerRole }) =>
        (query.kecamatanCode === undefined || kecamatanCode === query.kecamatanCode) &&
        (query.ownerRole === undefined || ownerRole === query.ownerRole),
    )
    .map((row) => ({ ...row, standing: groupOfFollowUp(row, today) }))
    .toSorted((a, b) => rank(a.standing) - rank(b.standing));
}

/** What falls due in the three months from this one on, and what is late. */
export const listFollowUpDays = read(
  { purpose: "follow-up-days", permission: "follow_up.read" },
  async (step, query: FollowUpQuery): Promise<readonly ShownFollowUp[]> => {
    const until = addDays(step.today, 92);
    return (await rowsOf(step, query))
      .filter(
        ({ standing, dueOn }) =>
          (standing === "running" || standing === "waiting" || standing === "late") && dueOn <= until,
      )
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  },
);

export type FollowUpPage = {
  readonly followUp: ShownFollowUp;
  /** Oldest first. */
  readonly steps: readonly StepRow[];
  /** What went out to remind of it, oldest first. */
  readonly reminders: readonly SentReminder[];
  /** Whether the reader may take the own last step back. */
  readonly undoes: string | null;
  /** Whether the reader acts for the office that was asked. */
  readonly isOwn: boolean;
};

/** One follow-up with every step. Throws `not-found`. */
export const getFollowUp = read(
  { purpose: "follow-up", permission: "follow_up.read" },
  async (step, { followUpId }: { readonly followUpId: string }): Promise<FollowUpPage> => {
    const { tx, area, actor, today } = step;
    const [row] = await listAskedRows(tx, area, { followUpId });
    if (row === undefined) throw new AppError("not-found", { object: "follow-up" });
    const steps = await listStepRows(tx, row.id);
    const isOwn = row.ownerRole === actor.role || may(actor, "follow_up.answer");
    return {
      followUp: { ...row, standing: groupOfFollowUp(row, today) },
      steps,
      reminders: await listReminders(tx, row.id),
      undoes: isOwn ? (stepToUndo(steps, actor)?.step ?? null) : null,
      isOwn,
    };
  },
);

/** The paper of a step, as it came. Throws `not-found`. */
export const openFollowUpPaper = read(
  { purpose: "follow-up-paper", permission: "follow_up.read" },
  async (step, input: { readonly stepId: string }) => {
    const paper = await findPaper(step.tx, step.area, input.stepId);
    if (paper === undefined) throw new AppError("not-found", { object: "paper" });
    await step.audit({
      action: "follow-up.paper",
      objectType: "follow-up",
      objectId: paper.id,
      details: {},
    });
    const place = { table: "follow_up_steps", column: "paper", rowId: paper.id };
    return { name: paper.name, type: paper.type, bytes: step.app.keys.openBytes(paper.sealed, place) };
  },
);
