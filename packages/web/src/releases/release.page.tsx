import { getCity } from "@tuwai/server/regions";
import { rangeText } from "#coverage";
import { formatDate, formatInstant, formatMonth, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { sourceInWords } from "#language/source-words.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, pageMeta, type Handle } from "#shell";
import { Card, Notice, Page, Table } from "#ui";
import type { Route } from "./+types/release.page";
import { findingOf } from "./finding-of.ts";
import { loadRelease } from "./load-releases.ts";
import { ReleaseFiles } from "./release-files.tsx";

export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title, loaderData?.finding);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const { rows, tables, ...release } = await loadRelease(app, params.bulan);
  const city = rows.find(({ level }) => level === "city") ?? null;
  return {
    title: releaseTexts[language].page.title(formatMonth(language, release.month)),
    place: getCity(app.config).name,
    release,
    city,
    finding: findingOf(language, release.month, city),
    tables: tables.map(({ name, rows: all }) => ({ name, rowCount: all.length })),
    revisions: tables.find(({ name }) => name === "revisions")?.rows ?? [],
  };
}

/** One release, as it was published: nothing on it ever changes but the notices beneath. */
export default function ReleasePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(releaseTexts).page;
  const language = useLanguage();
  const to = useLocalPath();
  const { release, city } = page;
  return (
    <Page
      title={page.title}
      lead={page.finding}
      crumbs={[{ href: to("/rilis"), label: t.crumb }, { label: page.title }]}
    >
      {release.newer !== null && (
        <Notice tone="info">
          <a href={to(`/rilis/${release.newer}`)}>{t.newer(formatMonth(language, release.newer))}</a>
        </Notice>
      )}
      {release.notices.length > 0 && (
        <Card title={t.notices}>
          <p className="quiet small">{t.noticesWhy}</p>
          <ul className="stack">
            {release.notices.map(({ words, notedAt }) => (
              <li key={String(notedAt)}>
                <strong>{formatInstant(language, notedAt)}</strong>: {words}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div className="columns">
        <Card title={t.cite}>
          {city?.estimateLow != null && city.estimateHigh !== null && (
            <p>
              {t.range(formatNumber(language, city.estimateLow), formatNumber(language, city.estimateHigh))}
            </p>
          )}
          {city?.listed != null && <p>{t.listed(rangeText(language, city.listed))}</p>}
          <p>
            <q>
              {t.citation(
                page.place,
                formatMonth(language, release.month),
                release.citationCode,
                formatInstant(language, release.releasedAt),
              )}
            </q>
          </p>
          <p className="quiet small">{t.rounded}</p>
          {release.madeLate && <p className="quiet small">{t.late}</p>}
          <h3>{t.sources}</h3>
          <ul>
            {release.sources.map(({ name, asOf }) => (
              <li key={name + asOf}>
                {sourceInWords(language, name)} ({asOf})
              </li>
            ))}
          </ul>
        </Card>
        <ReleaseFiles month={release.month} tables={page.tables} />
      </div>
      {page.revisions.length > 0 && <Revisions rows={page.revisions} />}
    </Page>
  );
}

type RevisionRow = Route.ComponentProps["loaderData"]["revisions"][number];

function Revisions({ rows }: { readonly rows: readonly RevisionRow[] }) {
  const t = useTexts(releaseTexts).page;
  const language = useLanguage();
  const c = t.revisionColumns;
  const number = (value: RevisionRow[number]) =>
    typeof value === "number" ? formatNumber(language, value) : t.hidden;
  return (
    <Card title={t.revisions}>
      <p className="quiet small">{t.revisionsWhy}</p>
      <Table
        caption={t.revisions}
        rows={rows}
        keyOf={(row) => String(row[0])}
        columns={[
          { key: "month", head: c.month, cell: (row) => formatMonth(language, String(row[0])) },
          {
            key: "released",
            head: c.released,
            phone: "wide",
            cell: (row) => formatDate(language, String(row[1])),
          },
          { key: "told", head: c.told, number: true, cell: (row) => number(row[2]!) },
          { key: "known", head: c.known, number: true, cell: (row) => number(row[3]!) },
          { key: "difference", head: c.difference, number: true, cell: (row) => number(row[4]!) },
        ]}
      />
    </Card>
  );
}
