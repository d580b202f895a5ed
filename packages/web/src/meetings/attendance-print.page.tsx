import { getAttendance } from "@tuwai/server/meetings";
import { formatNumber, formatTime } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Page, Table } from "#ui";
import type { Route } from "./+types/attendance-print.page";
import { timesOf } from "./meeting-words.ts";

export const handle: Handle = { access: "meeting.guests.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(attendanceTexts[languageOf(location.pathname)].print.link);

/** Everybody who is invited on one list, numbered, with room for initials. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { meeting, guests } = await getAttendance(...forUseCase(context), { meetingCode: params.kode });
  const { code, title, startsAt, endsAt, place } = meeting;
  return {
    meeting: { code, title, startsAt, endsAt, place },
    guests: guests.map((guest, at) => ({ ...guest, number: at + 1 })),
  };
}

export default function AttendancePrintPage({ loaderData: page }: Route.ComponentProps) {
  const texts = useTexts(attendanceTexts);
  const t = texts.print;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, guests } = page;
  const when = timesOf(language, meeting);
  return (
    <Page title={t.title(meeting.title)} lead={meeting.place === "" ? when : `${when}, ${meeting.place}`}>
      <p className="no-print">
        <a href={to(`/rakor/${meeting.code}/kehadiran`)}>{texts.title}</a>. {t.hint}
      </p>
      <Table
        caption={t.caption(formatNumber(language, guests.length))}
        rows={guests}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "office",
            head: t.columns.office,
            cell: ({ office, standsInFor }) =>
              standsInFor === null ? office : `${office}, ${texts.standsInFor(standsInFor)}`,
          },
          { key: "number", head: t.columns.number, number: true, cell: ({ number }) => number },
          { key: "name", head: t.columns.name, cell: ({ name }) => name ?? "" },
          {
            key: "arrived",
            head: t.columns.arrived,
            cell: ({ arrivedAt }) => (arrivedAt === null ? "" : formatTime(language, arrivedAt)),
          },
          { key: "initials", head: t.columns.initials, cell: () => "" },
        ]}
      />
    </Page>
  );
}
