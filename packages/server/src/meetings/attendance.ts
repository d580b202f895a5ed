import { AppError, readNote } from "#app";
import { change, type Operation, read } from "#use-case";
import { appendEvent } from "./event.store.ts";
import {
  type Guest,
  insertGuests,
  listGuestRows,
  lockGuest,
  lockGuestOfVillage,
  saveGuest,
} from "./guest.store.ts";
import type { Meeting } from "./meeting.store.ts";
import { holdMeeting, requireMeeting } from "./plan-meeting.ts";

type OfMeeting = { readonly meetingCode: string };
export type Attendance = {
  readonly meeting: Meeting;
  readonly guests: readonly Guest[];
  readonly now: Date;
};

/** Who is invited within the reader's area, and who came. Throws `not-found`. */
export const getAttendance = read(
  { purpose: "meeting-attendance", permission: "meeting.guests.read" },
  async (step, { meetingCode }: OfMeeting): Promise<Attendance> => {
    const meeting = await requireMeeting(step, meetingCode);
    return { meeting, guests: await listGuestRows(step.tx, step.area, meeting.id), now: step.now };
  },
);

export type SetAttendance = Operation &
  OfMeeting & {
    readonly guestId: string;
    /** A moment, null for not here, nothing to leave it as it is: set to what is said, never switched over. */
    readonly arrivedAt?: Date | null;
    readonly leftAt?: Date | null;
    /** Who came, and for whom where it was somebody else; null: the one who was invited. */
    readonly who?: { readonly name: string; readonly standIn: StandIn | null };
  };
type StandIn = { readonly office: string; readonly letter: string };
export type AttendanceReason = "not-yet" | "left-before-arrival" | "left-without-arrival" | "office-missing";
export type AttendanceOutcome =
  | { readonly outcome: "set" | "unchanged" }
  | { readonly outcome: "refused"; readonly reasons: readonly AttendanceReason[] };

/** When a guest came and left, and who it was. Throws `not-found`. */
export const setAttendance = change(
  { name: "meeting.attendance.set", permission: "meeting.run" },
  async (step, input: SetAttendance): Promise<AttendanceOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await requireMeeting(step, input.meetingCode);
    const guest = await lockGuest(tx, meeting.id, input.guestId);
    if (guest === undefined) throw new AppError("not-found", { object: "meeting-guest" });
    const { arrivedAt = guest.arrivedAt, leftAt = arrivedAt === null ? null : guest.leftAt } = input;
    const set = { ...guest, ...whoOf(guest, input.who), arrivedAt, leftAt };
    const reasons = reasonsAgainstTimes({ ...set, now: at });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    if (isSame(guest, set)) return step.unchanged({ outcome: "unchanged" });
    const setHow = arrivedAt === null ? null : (guest.setHow ?? "tick");
    await saveGuest(tx, { ...set, setHow, by: actor.userId, at });
    const { villageCode, kecamatanCode, meetingId } = guest;
    const of = { meetingId, villageCode, kecamatanCode, details: { guestId: guest.id } };
    if (guest.arrivedAt === null && arrivedAt !== null) await appendEvent(step, { ...of, kind: "arrived" });
    if (guest.leftAt === null && leftAt !== null) await appendEvent(step, { ...of, kind: "left" });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: placeOf(guest) });
    return { outcome: "set" };
  },
);

/** The trail says whose village, and never a name. */
const placeOf = ({ villageCode }: Guest): { readonly villageCode?: string } =>
  villageCode === null ? {} : { villageCode };

/** Where another comes, their office stands in the invited one's place, which is kept beside it. */
function whoOf(guest: Guest, who: SetAttendance["who"]): Partial<Guest> {
  if (who === undefined) return {};
  const invited = guest.standsInFor ?? guest.office;
  const name = readNote(who.name)?.slice(0, 120) ?? null;
  if (who.standIn === null) return { name, office: invited, standsInFor: null, letter: null };
  const office = readNote(who.standIn.office)?.slice(0, 120) ?? "";
  return { name, office, standsInFor: invited, letter: readNote(who.standIn.letter)?.slice(0, 120) ?? null };
}

/** Clocks of phones differ a little from ours. */
const allowedAheadMs = 5 * 60_000;

function reasonsAgainstTimes({
  arrivedAt,
  leftAt,
  office,
  now,
}: Pick<Guest, "arrivedAt" | "leftAt" | "office"> & { readonly now: Date }): readonly AttendanceReason[] {
  const latest = now.getTime() + allowedAheadMs;
  const isAhead = [arrivedAt, leftAt].some((moment) => moment !== null && moment.getTime() > latest);
  return [
    ...(isAhead ? (["not-yet"] as const) : []),
    ...(leftAt !== null && arrivedAt === null ? (["left-without-arrival"] as const) : []),
    ...(leftAt !== null && arrivedAt !== null && leftAt < arrivedAt
      ? (["left-before-arrival"] as const)
      : []),
    ...(office.length < 2 ? (["office-missing"] as const) : []),
  ];
}

const told = ({ office, name, standsInFor, letter, arrivedAt, leftAt }: Guest): string =>
  JSON.stringify([office, name, standsInFor, letter, arrivedAt, leftAt]);
const isSame = (one: Guest, other: Guest): boolean => told(one) === told(other);

export type NewGuestInput = Operation & OfMeeting & { readonly office: string; readonly name?: string };

/** Another office on the list, such as a department or a bank. Throws `not-found`. */
export const addGuest = change(
  { name: "meeting.guest.add", permission: "meeting.prepare" },
  async (
    step,
    { meetingCode, office, name }: NewGuestInput,
  ): Promise<{ readonly outcome: "added" | "office-missing" }> => {
    const { tx, actor, now: at } = step;
    const meeting = await holdMeeting(step, meetingCode);
    const said = readNote(office) ?? "";
    if (said.length < 2 || said.length > 120) return step.unchanged({ outcome: "office-missing" });
    const id = step.newId();
    const nowhere = { villageCode: null, kecamatanCode: null };
    const guest = {
      id,
      meetingId: meeting.id,
      ...nowhere,
      office: said,
      name: readNote(name)?.slice(0, 120) ?? null,
    };
    await insertGuests(tx, [guest], { by: actor.userId, at, regionCode: actor.regionCode });
    await step.audit({ objectType: "meeting", objectId: meeting.code });
    return { outcome: "added" };
  },
);

export type CheckInOutcome = { readonly outcome: "arrived" | "unchanged" | "too-early" | "over" };

/** The door opens this long before the meeting. */
const doorOpensMs = 3 * 3_600_000;

/** A village says at the door that it is here; said again it stays at the first time. Throws `not-found`. */
export const checkIn = change(
  { name: "meeting.check-in", permission: "meeting.fill" },
  async (step, { meetingCode }: Operation & OfMeeting): Promise<CheckInOutcome> => {
    const { tx, actor, area, now: at } = step;
    const meeting = await requireMeeting(step, meetingCode);
    const guest = await lockGuestOfVillage(tx, meeting.id, area.villageCode ?? "");
    if (guest === undefined) throw new AppError("not-found", { object: "meeting-guest" });
    if (meeting.state === "closed") return step.unchanged({ outcome: "over" });
    const isEarly = meeting.state !== "open" && at.getTime() < meeting.startsAt.getTime() - doorOpensMs;
    if (isEarly || meeting.state === "draft") return step.unchanged({ outcome: "too-early" });
    if (guest.arrivedAt !== null) return step.unchanged({ outcome: "unchanged" });
    await saveGuest(tx, { ...guest, arrivedAt: at, setHow: "door", by: actor.userId, at });
    const { meetingId, villageCode, kecamatanCode } = guest;
    await appendEvent(step, {
      meetingId,
      villageCode,
      kecamatanCode,
      kind: "arrived",
      details: { guestId: guest.id },
    });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: placeOf(guest) });
    return { outcome: "arrived" };
  },
);
