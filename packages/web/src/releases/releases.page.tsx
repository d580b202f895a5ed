import { getCity } from "@tuwai/server/regions";
import { rangeText } from "#coverage";
import { formatInstant, formatMonth, formatNumber } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { languageOf } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, pageMeta, type Handle } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/releases.page";
import { loadReleases } from "./load-releases.ts";

export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const t = releaseTexts[languageOf(new URL(request.url).pathname)].list;
  return { title: t.title, lead: t.lead(getCity(app.config).name), releases: await loadReleases(app) };
}

/** Every release, the newest first; each is an address for good. */
export default function ReleasesPage({ loaderData: page }: Route.ComponentProps) {
  const { list, page: one } = useTexts(releaseTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = list.columns;
  return (
    <Page title={page.title} lead={page.lead}>
      {page.releases.length === 0 ? (
        <EmptyState title={list.none}>{list.noneTodo}</EmptyState>
      ) : (
        <Table
          caption={list.title}
          rows={page.releases}
          keyOf={(row) => row.id}
          columns={[
            {
              key: "month",
              head: c.month,
              cell: (row) => <a href={to(`/rilis/${row.month}`)}>{formatMonth(language, row.month)}</a>,
            },
            {
              key: "covered",
              head: c.covered,
              number: true,
              cell: ({ city }) =>
                city?.numerator == null ? one.hidden : rangeText(language, city.numerator),
            },
            {
              key: "share",
              head: c.share,
              number: true,
              cell: ({ city }) =>
                city?.percent == null
                  ? one.hidden
                  : formatShare(language, {
                      percent: city.percent,
                      numerator: city.numerator,
                      denominator: city.estimate,
                    }),
            },
            {
              key: "released",
              head: c.released,
              phone: "wide",
              cell: (row) => formatInstant(language, row.releasedAt),
            },
            {
              key: "notices",
              head: c.notices,
              phone: "wide",
              cell: (row) =>
                row.notices.length === 0 ? list.noNotice : formatNumber(language, row.notices.length),
            },
          ]}
        />
      )}
    </Page>
  );
}
