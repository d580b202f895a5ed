import { timeAgenda } from "@tuwai/domain/meetings";
import { data, redirect } from "react-router";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/agenda.page";
import { actOnAgenda } from "./act-on-agenda.ts";
import { AgendaTable } from "./agenda-table.tsx";
import { ItemCard, NewItemCard } from "./item-card.tsx";
import { MeetingTabs } from "./meeting-tabs.tsx";
import { RunningItem } from "./running-item.tsx";
import { loadAgenda } from "./load-agenda.ts";
import { useServerNow } from "./use-server-now.ts";

export const handle: Handle = { access: "meeting.read", hydrate: true };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(agendaTexts[languageOf(location.pathname)].title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const chosen = new URL(request.url).searchParams.get("acara") ?? "";
  return loadAgenda(app, actor, { meetingCode: params.kode, chosen });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const form = await request.formData();
  const answer = await actOnAgenda(...forUseCase(context), { form, language, meetingCode: params.kode });
  if ("errors" in answer) return data(answer, answer.stale === undefined ? 422 : 409);
  throw redirect(localPath(language, `/rakor/${params.kode}/agenda`) + search, {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function AgendaPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(agendaTexts);
  const list = useTexts(meetingTexts).title;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, items } = page;
  const now = useServerNow(page.now);
  const clock = timeAgenda(items, { startsAt: meeting.startsAt, endsAt: meeting.endsAt, now });
  const number = (n: number) => formatNumber(language, n);
  const spare = clock.availableMinutes - clock.plannedMinutes;
  const lead =
    clock.held === 0
      ? t.leadNone
      : spare === 0
        ? t.exact(number(clock.plannedMinutes))
        : spare > 0
          ? t.fits(number(clock.plannedMinutes), number(clock.availableMinutes), number(spare))
          : t.tooLong(number(clock.plannedMinutes), number(clock.availableMinutes), number(-spare));
  const chosen = items.find(({ id }) => id === page.chosen && id !== clock.runningId);
  return (
    <Page
      title={t.title}
      lead={lead}
      crumbs={[
        { href: to("/rakor"), label: list },
        { href: to(`/rakor/${meeting.code}`), label: meeting.title },
        { label: t.title },
      ]}
    >
      <MeetingTabs code={meeting.code} here="agenda" tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {meeting.state === "open" && clock.held > 0 && (
        <RunningItem page={page} clock={clock} refused={actionData} hasNotes={chosen === undefined} />
      )}
      {page.mayPrepare && meeting.state !== "open" && <p className="quiet">{t.notOpen}</p>}
      {chosen !== undefined && (page.mayPrepare || page.mayNote) && (
        <ItemCard key={chosen.id} page={page} item={chosen} refused={actionData} />
      )}
      {items.length === 0 ? (
        <EmptyState title={t.leadNone} />
      ) : (
        <AgendaTable page={page} clock={clock} isParking={false} />
      )}
      <section className="stack">
        <h2>{t.parking.title}</h2>
        <p>{t.parking.lead}</p>
        {items.some(({ state }) => state === "parked") ? (
          <AgendaTable page={page} clock={clock} isParking />
        ) : (
          <p className="quiet">{t.parking.none}</p>
        )}
      </section>
      {page.mayPrepare && chosen === undefined && <NewItemCard page={page} refused={actionData} />}
    </Page>
  );
}
