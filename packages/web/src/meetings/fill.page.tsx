import { isOffice } from "@tuwai/domain/commitments";
import { data, redirect } from "react-router";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { cardContext, flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Disclosure, Notice, Tag } from "#ui";
import type { Route } from "./+types/fill.page";
import { actOnFill, villageOf } from "./act-on-fill.ts";
import { AwaitingRow } from "./awaiting-row.tsx";
import { FillForm } from "./fill-form.tsx";
import type { Typed } from "./fill-sums.ts";
import { LeaveCard } from "./leave-card.tsx";
import { type FillPage, loadFill } from "./load-fill.ts";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { NeedFold } from "./need-fold.tsx";
import { StandingPromise } from "./standing-promise.tsx";

export const handle: Handle = { access: "meeting.fill", hydrate: true };
export const meta = ({ loaderData, location }: Route.MetaArgs) =>
  pageMeta(meetingFillTexts[languageOf(location.pathname)].title(loaderData?.name ?? ""));

export async function loader({ context, params }: Route.LoaderArgs) {
  const isCard = context.get(cardContext) !== null;
  return loadFill(...forUseCase(context), { meetingCode: params.kode, isCard });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const of = { meetingCode: params.kode, villageCode: villageOf(actor) };
  const answer = await actOnFill(app, actor, { form, language, ...of });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/rakor/${params.kode}/isi`), {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function FillRowPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(meetingFillTexts);
  const language = useLanguage();
  const { meeting, rowState, standing } = page;
  const errors = actionData?.errors ?? {};
  const first = actionData === undefined ? page.first : typedAgain(actionData.typed, page);
  const isAwaiting = rowState === "awaiting";
  const day = formatDate(language, meeting.day);
  const form = page.groups.length > 0 && ["invited", "open"].includes(meeting.state) && (
    <FillForm page={page} errors={"sebab" in errors ? {} : errors} first={first} />
  );
  return (
    <div className="page page-narrow">
      <header>
        <p className="quiet small">
          {t.meeting(day)} <Tag status={tagOf[rowState]}>{t.states[rowState]}</Tag>
        </p>
        <h1>{findingOf(page, t, language)}</h1>
      </header>
      <MeetingTabs code={meeting.code} here="fill" tabs={page.tabs} />
      {!page.isOwnAccount && <LeaveCard />}
      {isAwaiting && <AwaitingRow page={page} error={errors["sebab"]} />}
      {rowState === "objected" && page.objection !== null && (
        <Notice tone="warn">{t.objected(page.objection)}</Notice>
      )}
      {standing !== null && !isAwaiting && <StandingPromise page={page} />}
      <StateNotice page={page} />
      {standing === null ? (
        <>
          <NeedFold page={page} />
          {form}
        </>
      ) : (
        form && (
          <Disclosure
            summary={isAwaiting ? t.awaiting.own : t.standing.correct}
            isOpen={Object.keys(errors).some((name) => name !== "sebab")}
          >
            <NeedFold page={page} />
            {form}
          </Disclosure>
        )
      )}
    </div>
  );
}

const tagOf = {
  unopened: "waiting",
  opened: "waiting",
  typing: "waiting",
  draft: "process",
  declared: "active",
  awaiting: "decision",
  objected: "refused",
} as const;

function findingOf(
  { name, heads, need, meeting, standing, rowState }: FillPage,
  t: (typeof meetingFillTexts)["en"],
  language: "id" | "en",
): string {
  if (standing !== null && rowState !== "awaiting")
    return t.findingSaid(name, formatRupiah(language, standing.rupiah));
  if (heads === 0) return t.findingNone(name);
  const people = formatNumber(language, heads);
  return t.finding(name, formatRupiah(language, need), people, String(meeting.year));
}

/** What was refused, with everything that was typed. */
function typedAgain(typed: Readonly<Record<string, string>>, { groups, first }: FillPage): Typed {
  if (typed["orang"] === undefined) return first;
  return {
    orang: typed["orang"],
    bulan: typed["bulan"] ?? "",
    sumber: typed["sumber"] ?? "",
    alasan: typed["alasan"] ?? "",
    yakin: typed["yakin"] === "ya",
    bagi: Object.fromEntries(groups.map(({ group }) => [group, typed[`orang-${group}`] ?? ""])),
  };
}

function StateNotice({ page }: { readonly page: FillPage }) {
  const t = useTexts(meetingFillTexts);
  const to = useLocalPath();
  const { state } = page.meeting;
  if (page.groups.length === 0) return <Notice>{t.noGroup}</Notice>;
  if (state === "open") return null;
  return (
    <Notice tone={state === "invited" ? "info" : "warn"}>
      <p>{t.closed[state]}</p>
      {state === "closed" && page.groups.some(({ group }) => isOffice(group)) && (
        <p>
          <a href={to(`/anggaran/komitmen/${page.villageCode}?tahun=${page.meeting.year}`)}>
            {t.closed.link}
          </a>
        </p>
      )}
    </Notice>
  );
}
