import { type ExportedFile, type ExportFormat, type ListWords, newExportCode, writeList } from "#exports";
import { read } from "#use-case";
import { type Guest, listGuestRows } from "./guest.store.ts";
import { requireMeeting } from "./plan-meeting.ts";

/** Headings and values in the caller's language. */
export type AttendanceWords = ListWords<Guest>;

type Input = {
  readonly meetingCode: string;
  readonly format: ExportFormat;
  readonly words: AttendanceWords;
};

/** The list of who was invited and who came, as a file. Throws `not-found`. */
export const exportAttendance = read(
  { purpose: "meeting-attendance-file", permission: "meeting.guests.file" },
  async (step, { meetingCode, format, words }: Input): Promise<ExportedFile> => {
    const meeting = await requireMeeting(step, meetingCode);
    const guests = await listGuestRows(step.tx, step.area, meeting.id);
    const code = newExportCode();
    const details = { rows: guests.length, format, code: meeting.code };
    await step.audit({ action: "meeting.attendance.export", objectType: "export", objectId: code, details });
    return writeList(guests, { code, format, words, writtenAt: step.now, about: meeting.code });
  },
);
