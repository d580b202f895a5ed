import { type AttendanceWords, exportAttendance } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { formatInstant } from "#language/format.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/attendance-file.route";

export const handle: Handle = { access: "meeting.guests.file" };

function wordsIn(language: Language): AttendanceWords {
  const t = attendanceTexts[language].sheet;
  const at = (moment: Date | null) => (moment === null ? null : formatInstant(language, moment));
  return {
    sheet: t.name,
    mark: t.mark,
    columns: [
      { header: t.village, kind: "text", value: ({ villageCode }) => villageCode },
      { header: t.kecamatan, kind: "text", value: ({ kecamatanCode }) => kecamatanCode },
      { header: t.office, kind: "text", value: ({ office }) => office },
      { header: t.person, kind: "text", value: ({ name }) => name },
      { header: t.standsInFor, kind: "text", value: ({ standsInFor }) => standsInFor },
      { header: t.letter, kind: "text", value: ({ letter }) => letter },
      { header: t.arrived, kind: "text", value: ({ arrivedAt }) => at(arrivedAt) },
      { header: t.left, kind: "text", value: ({ leftAt }) => at(leftAt) },
    ],
  };
}

/** `POST …/berkas`: who was invited and who came, as a file. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const format = readFileForm(await request.formData());
  const file = await exportAttendance(...forUseCase(context), {
    meetingCode: params.kode,
    format,
    words: wordsIn(language),
  });
  return fileAnswer(file.bytes, `kehadiran-${params.kode}-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request, params }: Route.LoaderArgs) {
  throw redirect(
    localPath(
      languageOf(new URL(request.url).pathname),
      `/rakor/${encodeURIComponent(params.kode)}/kehadiran`,
    ),
  );
}
