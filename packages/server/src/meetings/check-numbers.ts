import type { RegionCode } from "@tuwai/domain/regions";
import { AppError } from "#app";
import { change, type Operation, read } from "#use-case";
import { insertCheck, listChecks } from "./check.store.ts";
import { requireMeeting } from "./plan-meeting.ts";
import { readHall, type Hall } from "./read-hall.ts";
import { listInvitedPlaces } from "./place.view.ts";

export type Readiness = {
  readonly hall: Hall;
  /** When each village said that its numbers are right. */
  readonly checks: ReadonlyMap<string, Date>;
};

/** How far the villages of the reader's area are before a meeting: numbers checked, commitment drafted or declared. */
export const getReadiness = read(
  { purpose: "meeting-readiness", permission: "meeting.row.read" },
  async (step, { meetingCode }: { readonly meetingCode: string }): Promise<Readiness> => {
    const meeting = await requireMeeting(step, meetingCode);
    return { hall: await readHall(step, meeting), checks: await listChecks(step.tx, step.area, meeting.id) };
  },
);

/** A village says that its numbers of people are right. Throws `not-found`. */
export const checkNumbers = change(
  { name: "meeting.check", permission: "meeting.fill" },
  async (
    step,
    { meetingCode }: Operation & { readonly meetingCode: string },
  ): Promise<{ readonly outcome: "checked" | "unchanged" }> => {
    const { tx, actor, area, now: at } = step;
    const meeting = await requireMeeting(step, meetingCode);
    const villageCode = area.villageCode as RegionCode | null;
    const place = (await listInvitedPlaces(tx, actor.regionCode)).find(({ code }) => code === villageCode);
    if (place === undefined || place.kecamatanCode === null) throw new AppError("not-found");
    const isAsked = meeting.state === "invited" || meeting.state === "open";
    if (!isAsked || (await listChecks(tx, area, meeting.id)).has(place.code))
      return step.unchanged({ outcome: "unchanged" });
    await insertCheck(tx, {
      regionCode: actor.regionCode,
      meetingId: meeting.id,
      villageCode: place.code,
      kecamatanCode: place.kecamatanCode,
      by: actor.userId,
      at,
    });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { villageCode: place.code } });
    return { outcome: "checked" };
  },
);
