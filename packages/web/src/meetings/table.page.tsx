import { data, redirect } from "react-router";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Notice, Page } from "#ui";
import type { Route } from "./+types/table.page";
import { actOnTable } from "./act-on-table.ts";
import { loadTable } from "./load-table.ts";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { OperatorTable } from "./operator-table.tsx";
import { tabsOf } from "./tabs-of.ts";

export const handle: Handle = { access: "meeting.run", hydrate: true };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(meetingTableTexts[languageOf(location.pathname)].title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { searchParams } = new URL(request.url);
  const asked = { kecamatan: searchParams.get("kec") ?? "", state: searchParams.get("keadaan") ?? "" };
  return {
    ...(await loadTable(app, actor, params.kode)),
    asked,
    tabs: tabsOf(actor),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnTable(app, actor, { form, language, meetingCode: params.kode });
  if (answer.outcome !== "done") return data(answer, 422);
  throw redirect(localPath(language, `/rakor/${params.kode}/papan`) + search, {
    status: 303,
    headers: flash("ok", answer.text),
  });
}

export default function MeetingTablePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingTableTexts);
  const list = useTexts(meetingTexts).title;
  const to = useLocalPath();
  const language = useLanguage();
  const failed = actionData?.outcome === "refused" ? actionData.text : null;
  const changed = actionData?.outcome === "conflict" ? actionData.now : null;
  return (
    <Page
      title={t.title}
      crumbs={[
        { href: to("/rakor"), label: list },
        { href: to(`/rakor/${page.code}`), label: page.title },
        { label: t.title },
      ]}
    >
      <MeetingTabs code={page.code} here="board" tabs={page.tabs} />
      {failed !== null && <Notice tone="err">{failed}</Notice>}
      {changed !== null && (
        <Notice tone="warn">
          {t.conflict.theirs(
            formatNumber(language, changed.heads),
            String(changed.months),
            formatRupiah(language, changed.rupiah),
          )}
        </Notice>
      )}
      <OperatorTable page={page} asked={page.asked} operation={page.operation} />
    </Page>
  );
}
