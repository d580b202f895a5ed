import { listIdentityDecisions } from "@tuwai/server/identities";
import { shortDayOf } from "#language/day-of.ts";
import { identityTexts } from "#language/identities.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { ButtonLink, NothingWaits, Page, Pagination, readPage, Table } from "#ui";
import type { Route } from "./+types/identities.page";

export const handle: Handle = { access: "worker.merge.approve" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const url = new URL(request.url);
  const title = identityTexts[languageOf(url.pathname)].queue.title;
  return { title, ...(await listIdentityDecisions(app, actor, { page: readPage(url.searchParams) })) };
}

export default function IdentitiesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(identityTexts).queue;
  const language = useLanguage();
  const to = useLocalPath();
  const h = t.columns;
  return (
    <Page title={page.title} lead={t.lead}>
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
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
            {
              key: "what",
              head: h.what,
              cell: ({ kind, otherCode }) =>
                otherCode === null ? t.kinds[kind] : t.with(t.kinds[kind], otherCode),
            },
            {
              key: "at",
              phone: "wide",
              head: h.at,
              cell: ({ recordedAt }) => shortDayOf(language, recordedAt),
            },
            { key: "state", head: h.state, cell: ({ state }) => t.states[state] },
            {
              key: "next",
              head: h.next,
              cell: ({ id }) => (
                <ButtonLink look="plain" small href={to(`/identitas/${id}`)}>
                  {t.see}
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
