import { read } from "#use-case";
import { listRowEvents, type MeetingEvent } from "./event.store.ts";
import { requireMeeting } from "./plan-meeting.ts";
import { type Hall, type HallVillage, readHall } from "./read-hall.ts";
import { standOf } from "./stand-of.ts";

export type TableVillage = HallVillage & {
  /** Changes whenever something else stands; whoever types says what they saw. */
  readonly stand: string;
  /** What happened to the row, the newest first. */
  readonly changes: readonly MeetingEvent[];
};
export type MeetingTable = Omit<Hall, "villages"> & { readonly villages: readonly TableVillage[] };

/** The table at which somebody types for villages without a phone: every row with who changed it when. Throws `not-found`. */
export const getTable = read(
  { purpose: "meeting-table", permission: "meeting.run" },
  async (step, { meetingCode }: { readonly meetingCode: string }): Promise<MeetingTable> => {
    const meeting = await requireMeeting(step, meetingCode);
    const hall = await readHall(step, meeting);
    const events = await listRowEvents(step.tx, step.area, meeting.id);
    const changes = Map.groupBy(events, ({ villageCode }) => villageCode ?? "");
    return {
      ...hall,
      villages: hall.villages.map((village) => ({
        ...village,
        stand: standOf(village),
        changes: changes.get(village.villageCode) ?? [],
      })),
    };
  },
);
