import { redirect } from "react-router";
import { countWorkers } from "@tuwai/server/workers";
import { requireProof } from "#accounts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { workerFormTexts } from "#language/worker-forms.ts";
import { forUseCase, pageMeta, readSearch, type Handle } from "#shell";
import { Button, Choices, ErrorSummary, Notice, Page, optionsOf } from "#ui";
import type { Route } from "./+types/export-workers.page";
import { readWorkerQuery } from "./worker-query.ts";

export const handle: Handle = { access: "worker.export" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** Says what will leave and asks why; the file itself is `POST /pekerja/berkas` with the same filters. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const { text, isGone } = readSearch({ request, context });
  requireProof(actor);
  // What would be taken along must be what was looked at: without its search the list is another one.
  if (isGone) throw redirect(localPath(language, `/pekerja${search}`), 303);
  const total = await countWorkers(app, actor, readWorkerQuery(searchParams, text));
  const t = workerFormTexts[language].exporting;
  return {
    title: t.title,
    total,
    target: localPath(language, `/pekerja/berkas${search}`),
    errors: searchParams.has("kurang") ? { tujuan: t.missing } : {},
  };
}

export default function ExportWorkersPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(workerFormTexts).exporting;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  return (
    <Page
      title={page.title}
      lead={t.lead(formatNumber(language, page.total))}
      narrow
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: page.title }]}
    >
      <ErrorSummary errors={page.errors} />
      <form method="post" action={page.target} className="form" noValidate>
        <Choices name="tujuan" label={t.purpose} options={optionsOf(t.purposes)} error={page.errors.tujuan} />
        <Choices name="bentuk" label={t.format} options={optionsOf(t.formats)} value="xlsx" />
        <Notice>{t.logged}</Notice>
        <div>
          <Button>{t.submit}</Button>
        </div>
      </form>
    </Page>
  );
}
