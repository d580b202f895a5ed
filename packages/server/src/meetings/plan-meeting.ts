import { commitmentGroups } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import type { PlannedItem } from "@tuwai/domain/meetings";
import { may } from "#access";
import { AppError, readNote } from "#app";
import { change, type Operation, read, type Step } from "#use-case";
import { appendEvent } from "./event.store.ts";
import { closeAgenda, planItems } from "./carry-items.ts";
import { inviteEveryOffice } from "./invite-every-office.ts";
import {
  findMeeting,
  insertMeeting,
  listMeetingRows,
  lockMeeting,
  type Meeting,
  turnMeeting,
} from "./meeting.store.ts";
import { newMeetingCode, requireMeetingCode } from "./meeting-code.ts";

export type PlanMeeting = Operation & {
  readonly title: string;
  /** The year whose budgets the villages promise from. */
  readonly year: number;
  readonly groups: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly leader?: string;
  readonly secretary?: string;
  /** On what the letter rests, one instrument to a line. */
  readonly basis?: string;
  readonly letterNumber?: string;
  /** The agenda to begin with; what earlier meetings did not finish follows it. */
  readonly items?: readonly PlannedItem[];
};

export type PlanReason = "title-missing" | "no-group" | "ends-before-start" | "bad-year" | "planned-already";
export type PlanOutcome =
  | { readonly outcome: "planned"; readonly meetingCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly PlanReason[] };

/**
 * A meeting as a draft, of which nobody is told, with everybody on its list of guests; the last one closed stands as the one
 * before it, and what that one did not finish is on the agenda.
 */
export const planMeeting = change(
  { name: "meeting.plan", permission: "meeting.prepare" },
  async (step, input: PlanMeeting): Promise<PlanOutcome> => {
    const { tx, actor, now: at } = step;
    const title = readNote(input.title) ?? "";
    const groups = commitmentGroups.filter((group) => input.groups.includes(group));
    const reasons = reasonsAgainst({ ...input, title, groups });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const known = await listMeetingRows(tx, actor.regionCode);
    if (known.some((meeting) => isSameMeeting(meeting, { ...input, title })))
      return step.unchanged({ outcome: "refused", reasons: ["planned-already"] });
    const [last] = known.filter(({ state }) => state === "closed");
    const id = step.newId();
    const code = newMeetingCode();
    const { year, startsAt, endsAt } = input;
    await insertMeeting(tx, {
      id,
      code,
      title,
      year,
      groups,
      startsAt,
      endsAt,
      state: "draft",
      regionCode: actor.regionCode,
      place: readNote(input.place) ?? "",
      leader: readNote(input.leader) ?? "",
      secretary: readNote(input.secretary) ?? "",
      letterNumber: readNote(input.letterNumber) ?? null,
      basis: readNote(input.basis) ?? null,
      previousId: last?.id ?? null,
      by: actor.userId,
      at,
    });
    await planItems(step, id, input.items ?? []);
    await inviteEveryOffice(step, id);
    await step.audit({ objectType: "meeting", objectId: code, details: { year } });
    return { outcome: "planned", meetingCode: code };
  },
);

/** Sent once more after going back in the browser. */
const isSameMeeting = (meeting: Meeting, asked: Pick<PlanMeeting, "title" | "startsAt">): boolean =>
  meeting.state !== "closed" &&
  meeting.title === asked.title &&
  meeting.startsAt.getTime() === asked.startsAt.getTime();

/** What stands against a plan, all of it. */
export function reasonsAgainst(
  input: Pick<PlanMeeting, "title" | "year" | "startsAt" | "endsAt"> & { readonly groups: readonly Group[] },
): readonly PlanReason[] {
  const { title, groups, year, startsAt, endsAt } = input;
  return [
    ...(title.length < 3 || title.length > 200 ? (["title-missing"] as const) : []),
    ...(groups.length === 0 ? (["no-group"] as const) : []),
    ...(Number.isInteger(year) && year >= 2020 && year <= 2100 ? [] : (["bad-year"] as const)),
    ...(endsAt > startsAt ? [] : (["ends-before-start"] as const)),
  ];
}

/** A meeting by the code in its address. Throws `not-found`. */
export const getMeeting = read(
  { purpose: "meeting", permission: "meeting.read" },
  async (step, { meetingCode }: { readonly meetingCode: string }): Promise<Meeting> =>
    requireMeeting(step, meetingCode),
);

/** Every meeting that the reader may know of, the latest first: a draft is only for whoever prepares it. */
export const listMeetings = read(
  { purpose: "meetings", permission: "meeting.read" },
  async ({ tx, actor }): Promise<readonly Meeting[]> => {
    const all = await listMeetingRows(tx, actor.regionCode);
    return all.filter(({ state }) => state !== "draft" || may(actor, "meeting.prepare"));
  },
);

export async function requireMeeting({ tx, actor }: Step, code: string): Promise<Meeting> {
  const meeting = await findMeeting(tx, actor.regionCode, requireMeetingCode(code));
  if (meeting === undefined) throw new AppError("not-found", { object: "meeting" });
  return meeting;
}

export async function holdMeeting({ tx, actor }: Step, code: string): Promise<Meeting> {
  const meeting = await lockMeeting(tx, actor.regionCode, requireMeetingCode(code));
  if (meeting === undefined) throw new AppError("not-found", { object: "meeting" });
  return meeting;
}

export type TurnOutcome = { readonly outcome: "opened" | "closed" | "unchanged" };
type OfMeeting = Operation & { readonly meetingCode: string };

/** The meeting begins: villages may declare on their phones. Throws `not-found`. */
export const openMeeting = change(
  { name: "meeting.open", permission: "meeting.run" },
  async (step, { meetingCode }: OfMeeting): Promise<TurnOutcome> => {
    const { id, code, state } = await holdMeeting(step, meetingCode);
    if (state === "open" || state === "closed") return step.unchanged({ outcome: "unchanged" });
    const { tx, actor, now: at } = step;
    await turnMeeting(tx, { id, state: "open", openedAt: at, closedAt: null, by: actor.userId, at });
    await appendEvent(step, { meetingId: id, kind: "opened", details: {} });
    await step.audit({ objectType: "meeting", objectId: code });
    return { outcome: "opened" };
  },
);

/** The meeting ends: its cards sign in no more, and what was not finished goes to the next one. Throws `not-found`. */
export const closeMeeting = change(
  { name: "meeting.close", permission: "meeting.run" },
  async (step, { meetingCode }: OfMeeting): Promise<TurnOutcome> => {
    const { id, code, state, openedAt } = await holdMeeting(step, meetingCode);
    if (state !== "open") return step.unchanged({ outcome: "unchanged" });
    const { tx, actor, now: at } = step;
    await turnMeeting(tx, { id, state: "closed", openedAt, closedAt: at, by: actor.userId, at });
    await closeAgenda(step, id);
    await appendEvent(step, { meetingId: id, kind: "closed", details: {} });
    await step.audit({ objectType: "meeting", objectId: code });
    return { outcome: "closed" };
  },
);
