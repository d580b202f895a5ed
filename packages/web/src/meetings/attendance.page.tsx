import { getMeeting } from "@tuwai/server/meetings";
import { data, redirect } from "react-router";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Button,
  Disclosure,
  DownloadForm,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Page,
  SelectField,
  TextField,
} from "#ui";
import type { Route } from "./+types/attendance.page";
import { actOnAttendance, type AttendanceRefusal } from "./act-on-attendance.ts";
import { GuestList } from "./guest-list.tsx";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { type AttendanceData, loadAttendance } from "./load-attendance.ts";
import { useFreshPage } from "./use-fresh-page.ts";

export const handle: Handle = { access: "meeting.guests.read", hydrate: true };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(attendanceTexts[languageOf(location.pathname)].title);

export function loader({ request, context, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return loadAttendance(...forUseCase(context), { meetingCode: params.kode, searchParams });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const meeting = await getMeeting(app, actor, { meetingCode: params.kode });
  const form = await request.formData();
  const answer = await actOnAttendance(app, actor, {
    form,
    language,
    meetingCode: params.kode,
    day: meeting.openedAt ?? meeting.startsAt,
  });
  if ("errors" in answer) return data(answer, 422);
  searchParams.delete("tamu");
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  const row = answer.guestId === null ? "" : `#tamu-${answer.guestId}`;
  throw redirect(localPath(language, `/rakor/${params.kode}/kehadiran`) + query + row, {
    status: 303,
    headers: answer.done === null ? {} : flash("ok", answer.done),
  });
}

type PageData = { readonly page: AttendanceData };

export default function AttendancePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(attendanceTexts);
  const list = useTexts(meetingTexts).title;
  const language = useLanguage();
  const to = useLocalPath();
  useFreshPage(page.meeting.state === "open" && page.open === "");
  const { meeting, counts } = page;
  const number = (n: number) => formatNumber(language, n);
  const here = `/rakor/${meeting.code}/kehadiran`;
  return (
    <Page
      title={t.title}
      crumbs={[
        { href: to("/rakor"), label: list },
        { href: to(`/rakor/${meeting.code}`), label: meeting.title },
        { label: t.title },
      ]}
    >
      <MeetingTabs code={meeting.code} here="attendance" tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      <div>
        <p className="figure-number">
          {number(counts.present)}/{number(counts.all)}
        </p>
        <p>
          {t.lead(number(counts.present), number(counts.all))}{" "}
          {t.leadVillages(number(counts.villagesPresent), number(counts.villages))}{" "}
          {counts.left > 0 && t.leftCount(number(counts.left))}
        </p>
        {meeting.state === "open" && <p className="quiet small">{t.live}</p>}
      </div>
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <GuestList page={page} refused={actionData} />
      )}
      {page.mayAdd && <AddGuest page={page} refused={actionData} />}
      <p className="no-print">
        <a href={to(`${here}/cetak`)}>{t.print.link}</a>
      </p>
      {page.mayDownload && <DownloadForm action={to(`${here}/berkas`)} says={t.file} />}
    </Page>
  );
}

function Filters({ page: { chosen, kecamatan, meeting } }: PageData) {
  const t = useTexts(attendanceTexts);
  const to = useLocalPath();
  const here = to(`/rakor/${meeting.code}/kehadiran`);
  const isFiltered = chosen.cari !== "" || chosen.kec !== "" || chosen.lihat !== "";
  return (
    <FilterBar action={here} clearHref={isFiltered ? here : undefined}>
      <TextField name="cari" label={t.search} type="search" defaultValue={chosen.cari} />
      {kecamatan.length > 1 && (
        <SelectField
          name="kec"
          label={t.kecamatan}
          defaultValue={chosen.kec}
          options={[{ value: "", label: t.all }, ...kecamatan]}
        />
      )}
      <SelectField
        name="lihat"
        label={t.shown}
        defaultValue={chosen.lihat}
        options={[
          { value: "", label: t.choices.all },
          { value: "belum", label: t.choices.waiting },
          { value: "hadir", label: t.choices.here },
        ]}
      />
    </FilterBar>
  );
}

function AddGuest({ page, refused }: PageData & { readonly refused: AttendanceRefusal }) {
  const t = useTexts(attendanceTexts).addGuest;
  const error = refused?.errors["kantor"];
  return (
    <Disclosure summary={t.title} isOpen={error !== undefined}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <TextField
          name="kantor"
          label={t.office}
          maxLength={120}
          defaultValue={refused?.typed["kantor"] ?? ""}
          error={error}
        />
        <TextField name="nama" label={t.name} maxLength={120} autoComplete="off" />
        <Button look="plain" name="aksi" value="tambah">
          {t.save}
        </Button>
      </form>
    </Disclosure>
  );
}
