import { readFileSync } from "node:fs";
import { isHeld, timeAgenda } from "@tuwai/domain/meetings";
import { may } from "#access";
import { AppError } from "#app";
import { makePdf } from "#documents";
import { getCity } from "#regions";
import { read, type Step } from "#use-case";
import { listGuestRows } from "./guest.store.ts";
import { type Item, listItems } from "./item.store.ts";
import { originOf } from "./meeting-cards.ts";
import type { Meeting } from "./meeting.store.ts";
import { requireMeeting } from "./plan-meeting.ts";
import { spellDate, spellDay, spellTime } from "./spell-day.ts";

const template = readFileSync(new URL("invitation-letter.typ", import.meta.url), "utf8");

export type PrintInvitation = {
  readonly meetingCode: string;
  readonly paper?: string;
  /** What the groups are called, in the letter's language. */
  readonly groupNames: string;
};

/** The letter with its agenda and the list of guests; a draft's only for whoever prepares it. Throws `not-found`. */
export const printInvitation = read(
  { purpose: "meeting-invitation", permission: "meeting.guests.read" },
  async (
    step,
    { meetingCode, paper, groupNames }: PrintInvitation,
  ): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }> => {
    const meeting = await requireMeeting(step, meetingCode);
    if (meeting.state === "draft" && !may(step.actor, "meeting.prepare")) throw new AppError("not-found");
    const items = (await listItems(step.tx, meeting.id)).filter(isHeld);
    const guests = await listGuestRows(step.tx, step.area, meeting.id);
    const facts = {
      ...factsOf(step, meeting),
      paper: paper === "f4" ? "f4" : "a4",
      groups: groupNames,
      items: timesOf(meeting, items),
      guests: guests.map(({ office, standsInFor }) => standsInFor ?? office),
    };
    return {
      fileName: `undangan-rakor-${meeting.code}.pdf`,
      bytes: await makePdf({ template, facts, at: meeting.invitedAt ?? step.now }),
    };
  },
);

function factsOf(step: Step, meeting: Meeting) {
  return {
    city: getCity(step.app.config).name,
    title: meeting.title,
    code: meeting.code,
    number: meeting.letterNumber,
    date: spellDate(meeting.invitedAt ?? step.now),
    day: spellDay(meeting.startsAt),
    from: spellTime(meeting.startsAt),
    to: spellTime(meeting.endsAt),
    place: meeting.place,
    leader: meeting.leader,
    year: String(meeting.year),
    basis: (meeting.basis ?? "").split("\n").filter((text) => text.trim() !== ""),
    link: `${originOf(step)}/rakor/${meeting.code}`,
  };
}

/** Each item with the hour at which it is planned to begin. */
function timesOf(meeting: Meeting, items: readonly Item[]) {
  const planned = items.map((item) => ({
    ...item,
    state: "planned" as const,
    startedAt: null,
    spentSeconds: 0,
  }));
  const startsAt = meeting.startsAt.getTime();
  const clock = timeAgenda(planned, { startsAt, endsAt: meeting.endsAt.getTime(), now: startsAt });
  return items.map(({ title, presenter, minutes }, at) => ({
    title,
    presenter,
    minutes,
    begins: spellTime(new Date(clock.items[at]!.begins ?? startsAt)),
  }));
}
