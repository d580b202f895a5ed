import { listWaitingCorrections } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { shortDayOf } from "#language/day-of.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { ButtonLink, NothingWaits, Page, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/waiting.page";

export const handle: Handle = { access: "worker.correction.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const title = correctionTexts[languageOf(url.pathname)].queue.title;
  return { title, ...(await listWaitingCorrections(app, actor, { page: readPage(url.searchParams) })) };
}

export default function WaitingCorrectionsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const h = t.queue.columns;
  return (
    <Page title={page.title} lead={t.queue.lead}>
      {page.rows.length === 0 ? (
        <NothingWaits title={t.queue.none} fills={t.queue.fills} />
      ) : (
        <Table
          caption={page.title}
          rows={page.rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "person",
              head: h.person,
              cell: ({ person }) => (
                <>
                  {person.name} <span className="quiet small">{person.code}</span>
                </>
              ),
            },
            { key: "field", head: h.field, cell: ({ field }) => t.fields[field] },
            { key: "at", head: h.at, cell: ({ recordedAt }) => shortDayOf(language, recordedAt) },
            {
              key: "next",
              head: h.next,
              cell: ({ id }) => (
                <ButtonLink look="plain" small href={to(`/koreksi/${id}`)}>
                  {t.decide}
                </ButtonLink>
              ),
            },
          ]}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}
