import { commitmentGroups } from "@tuwai/domain/commitments";
import { AppError, readNote } from "#app";
import { notify } from "#notifications";
import { change, type Operation } from "#use-case";
import { saveInvited, saveMeetingPlan } from "./meeting.store.ts";
import { holdMeeting, type PlanMeeting, type PlanReason, reasonsAgainst } from "./plan-meeting.ts";
import { listInvitedPlaces } from "./place.view.ts";

export type EditMeeting = Omit<PlanMeeting, "items"> & {
  readonly meetingCode: string;
  readonly version: number;
};
export type EditOutcome =
  | { readonly outcome: "saved" | "over" }
  | { readonly outcome: "refused"; readonly reasons: readonly PlanReason[] };

/** Another time, place or letter, until the meeting is over. Throws `not-found`, and `stale` where somebody else changed it. */
export const editMeeting = change(
  { name: "meeting.edit", permission: "meeting.prepare" },
  async (step, input: EditMeeting): Promise<EditOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await holdMeeting(step, input.meetingCode);
    if (meeting.state === "closed") return step.unchanged({ outcome: "over" });
    const title = readNote(input.title) ?? "";
    const groups = commitmentGroups.filter((group) => input.groups.includes(group));
    const reasons = reasonsAgainst({ ...input, title, groups });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    if (meeting.version !== input.version) throw new AppError("stale");
    await saveMeetingPlan(tx, {
      id: meeting.id,
      title,
      year: input.year,
      groups,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      place: readNote(input.place) ?? "",
      leader: readNote(input.leader) ?? "",
      secretary: readNote(input.secretary) ?? "",
      letterNumber: readNote(input.letterNumber) ?? null,
      basis: readNote(input.basis) ?? null,
      by: actor.userId,
      at,
    });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { year: input.year } });
    return { outcome: "saved" };
  },
);

export type InviteOutcome =
  | { readonly outcome: "invited"; readonly villages: number }
  | { readonly outcome: "unchanged" };

/** The draft goes out: every village reads of it and is asked to look at its numbers. Throws `not-found`. */
export const inviteToMeeting = change(
  { name: "meeting.invite", permission: "meeting.prepare" },
  async (step, { meetingCode }: Operation & { readonly meetingCode: string }): Promise<InviteOutcome> => {
    const { tx, actor, now: at } = step;
    const { id, code, state } = await holdMeeting(step, meetingCode);
    if (state !== "draft") return step.unchanged({ outcome: "unchanged" });
    await saveInvited(tx, { id, by: actor.userId, at });
    const places = await listInvitedPlaces(tx, actor.regionCode);
    const villages = places.filter(({ kecamatanCode }) => kecamatanCode !== null);
    await notify(
      step,
      villages.map(({ code: scope }) => ({
        role: "KDS",
        scope,
        kind: "meeting-invited",
        payload: { meetingCode: code },
      })),
    );
    await step.audit({ objectType: "meeting", objectId: code, details: { count: villages.length } });
    return { outcome: "invited", villages: villages.length };
  },
);
