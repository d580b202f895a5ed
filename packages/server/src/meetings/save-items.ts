import { holdsIdentityNumber } from "@tuwai/domain/identity";
import { AppError, readNote } from "#app";
import { change, type Operation, read } from "#use-case";
import { insertItems, type Item, listItems, lockItems, saveItem, saveNotes } from "./item.store.ts";
import type { Meeting } from "./meeting.store.ts";
import { holdMeeting, requireMeeting } from "./plan-meeting.ts";

type OfMeeting = { readonly meetingCode: string };
export type Agenda = {
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  /** By the server's clock, from which every timer counts. */
  readonly now: Date;
};

/** The agenda with its parking lot. Throws `not-found`. */
export const getAgenda = read(
  { purpose: "meeting-agenda", permission: "meeting.read" },
  async (step, { meetingCode }: OfMeeting): Promise<Agenda> => {
    const meeting = await requireMeeting(step, meetingCode);
    return { meeting, items: await listItems(step.tx, meeting.id), now: step.now };
  },
);

export type NewAgendaItem = Operation &
  OfMeeting & {
    readonly title: string;
    readonly minutes: number;
    readonly presenter?: string;
    /** In the parking lot, for later. */
    readonly isParked?: boolean;
  };
export type ItemReason = "title-missing" | "minutes-unclear" | "meeting-over";
export type ItemOutcome =
  | { readonly outcome: "saved"; readonly itemId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ItemReason[] };

/** Puts an item at the end of the agenda, or into the parking lot. Throws `not-found`. */
export const addItem = change(
  { name: "meeting.item.add", permission: "meeting.prepare" },
  async (
    step,
    { meetingCode, title, minutes, presenter, isParked = false }: NewAgendaItem,
  ): Promise<ItemOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await holdMeeting(step, meetingCode);
    const reasons = reasonsAgainstItem({ meeting, title, minutes });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const last = (await listItems(tx, meeting.id)).at(-1)?.position ?? 0;
    const id = step.newId();
    const own = { id, meetingId: meeting.id, position: last + 1, title: readNote(title)!, minutes };
    const item = {
      ...own,
      presenter: readNote(presenter) ?? null,
      state: isParked ? ("parked" as const) : ("planned" as const),
    };
    await insertItems(tx, [item], { by: actor.userId, at, regionCode: actor.regionCode });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { number: last + 1 } });
    return { outcome: "saved", itemId: id };
  },
);

export type EditItem = Operation &
  OfMeeting & {
    readonly itemId: string;
    readonly title: string;
    readonly minutes: number;
    readonly presenter?: string;
    /** Where it is to stand, counting from 1; without one it stays. */
    readonly position?: number;
  };

/** Another title, time or place in the order. Throws `not-found`. */
export const editItem = change(
  { name: "meeting.item.edit", permission: "meeting.prepare" },
  async (step, input: EditItem): Promise<ItemOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await holdMeeting(step, input.meetingCode);
    const items = await lockItems(tx, meeting.id);
    const item = items.find(({ id }) => id === input.itemId);
    if (item === undefined) throw new AppError("not-found", { object: "meeting-item" });
    const reasons = reasonsAgainstItem({ ...input, meeting });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const edited = {
      ...item,
      title: readNote(input.title)!,
      minutes: input.minutes,
      presenter: readNote(input.presenter) ?? null,
    };
    for (const [index, one] of inOrder(items, edited, input.position).entries())
      if (one.id === item.id || one.position !== index + 1)
        await saveItem(tx, { ...one, position: index + 1, by: actor.userId, at });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { number: item.position } });
    return { outcome: "saved", itemId: item.id };
  },
);

function inOrder(items: readonly Item[], edited: Item, position: number | undefined): readonly Item[] {
  const others = items.filter(({ id }) => id !== edited.id);
  const stays = items.findIndex(({ id }) => id === edited.id);
  const at = position === undefined || !Number.isInteger(position) ? stays : Math.max(0, position - 1);
  return others.toSpliced(at, 0, edited);
}

function reasonsAgainstItem(item: {
  readonly meeting: Meeting;
  readonly title: string;
  readonly minutes: number;
}): readonly ItemReason[] {
  const title = readNote(item.title) ?? "";
  const { minutes } = item;
  return [
    ...(title === "" || title.length > 200 ? (["title-missing"] as const) : []),
    ...(Number.isInteger(minutes) && minutes >= 0 && minutes <= 600 ? [] : (["minutes-unclear"] as const)),
    ...(item.meeting.state === "closed" ? (["meeting-over"] as const) : []),
  ];
}

export type NoteItem = Operation &
  OfMeeting & {
    readonly itemId: string;
    readonly notes: string;
    /** Of the text that the writer had before them. */
    readonly notesVersion: number;
  };
export type NoteOutcome =
  | { readonly outcome: "saved" | "unchanged" }
  | { readonly outcome: "too-long" }
  /** Somebody else wrote meanwhile: nothing was saved, and both texts are shown. */
  | { readonly outcome: "stale"; readonly theirs: string; readonly notesVersion: number };

const mostNotes = 8000;

/** What is noted of an item; a text never overwrites one that its writer did not see. Throws `not-found`. */
export const noteItem = change(
  { name: "meeting.item.note", permission: "meeting.run" },
  async (step, { meetingCode, itemId, notes, notesVersion }: NoteItem): Promise<NoteOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await holdMeeting(step, meetingCode);
    const item = (await lockItems(tx, meeting.id)).find(({ id }) => id === itemId);
    if (item === undefined) throw new AppError("not-found", { object: "meeting-item" });
    const text = notes.replaceAll("\r\n", "\n").trim();
    if (text === (item.notes ?? "")) return step.unchanged({ outcome: "unchanged" });
    if (holdsIdentityNumber(text)) throw new AppError("identity-number-in-note");
    if (text.length > mostNotes) return step.unchanged({ outcome: "too-long" });
    if (item.notesVersion !== notesVersion)
      return step.unchanged({ outcome: "stale", theirs: item.notes ?? "", notesVersion: item.notesVersion });
    await saveNotes(tx, { id: itemId, notes: text === "" ? null : text, by: actor.userId, at });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { number: item.position } });
    return { outcome: "saved" };
  },
);
