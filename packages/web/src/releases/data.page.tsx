import { formatMonth } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, pageMeta, type Handle } from "#shell";
import { Card, Disclosure, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/data.page";
import { loadRelease, loadReleases } from "./load-releases.ts";
import { ReleaseFiles } from "./release-files.tsx";

export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const t = releaseTexts[languageOf(new URL(request.url).pathname)].data;
  const last = (await loadReleases(app))[0];
  const tables = last === undefined ? [] : (await loadRelease(app, last.month)).tables;
  return {
    title: t.title,
    month: last?.month ?? null,
    tables: tables.map(({ name, columns, rows }) => ({ name, columns, rowCount: rows.length })),
  };
}

/** Open data: the tables of the last release, what every column holds, how often, under which licence, and by which rules. */
export default function DataPage({ loaderData: page }: Route.ComponentProps) {
  const { data: t, tables, columns } = useTexts(releaseTexts);
  const language = useLanguage();
  const to = useLocalPath();
  if (page.month === null)
    return (
      <Page title={page.title} lead={t.lead}>
        <EmptyState title={t.none}>{t.rhythm}</EmptyState>
      </Page>
    );
  return (
    <Page title={page.title} lead={t.lead}>
      <p>
        <a href={to(`/rilis/${page.month}`)}>{t.latest(formatMonth(language, page.month))}</a>
        {" · "}
        <a href={to("/rilis")}>{t.older}</a>
        {" · "}
        <a href={to("/indikator")}>{t.method}</a>
      </p>
      <div className="columns">
        <ReleaseFiles month={page.month} tables={page.tables} />
        <Card title={t.rules}>
          <p>{t.rhythm}</p>
          <ul>
            {t.ruleList.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p>{t.licence}</p>
          <p className="quiet small">{t.live}</p>
        </Card>
      </div>
      {page.tables.map(({ name, columns: codes }) => (
        <Disclosure key={name} summary={t.dictionary(tables[name].name)}>
          <Table
            caption={tables[name].holds}
            rows={codes}
            keyOf={(code) => code}
            columns={[
              { key: "column", head: t.column, cell: (code) => <code>{code}</code> },
              { key: "holds", head: t.holds, cell: (code) => columns[code as keyof typeof columns] ?? code },
            ]}
          />
        </Disclosure>
      ))}
    </Page>
  );
}
