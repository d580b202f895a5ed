import { AppError } from "@tuwai/server/app";
import { getBackupState, getDatabaseVersion, listDeadWork, retryDeadWork } from "@tuwai/server/upkeep";
import { redirect } from "react-router";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { upkeepTexts } from "#language/upkeep.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { EmptyState, Page, Pagination, readPage } from "#ui";
import type { Route } from "./+types/dead-work.page";
import { BackupNotice } from "./backup-notice.tsx";
import { DeadWorkCard } from "./dead-work-card.tsx";

export const handle: Handle = { access: "system.operate" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const { rows, ...list } = await listDeadWork(app, actor, { page: readPage(searchParams) });
  return {
    ...list,
    title: upkeepTexts[languageOf(pathname)].title,
    rows: rows.map((row) => ({ ...row, operation: app.newId() })),
    backup: await getBackupState(app, actor),
    database: await getDatabaseVersion(app, actor),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = upkeepTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const headers = await retryDeadWork(app, actor, { operationId, workId: formText(form, "pekerjaan") }).then(
    () => flash("ok", t.retried),
    (error: unknown) => {
      // Somebody else pressed first, or it was done meanwhile.
      if (error instanceof AppError && error.code === "not-found") return flash("warn", t.gone);
      throw error;
    },
  );
  throw redirect(localPath(language, "/admin/pekerjaan"), { status: 303, headers });
}

export default function DeadWorkPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(upkeepTexts);
  const language = useLanguage();
  return (
    <Page
      title={page.title}
      lead={page.total === 0 ? t.leadNone : t.lead(formatNumber(language, page.total))}
      narrow
    >
      <BackupNotice backup={page.backup} />
      {page.database.safeFrom !== null && (
        <p>{t.olderDatabase(page.database.version, page.database.safeFrom)}</p>
      )}
      {page.rows.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {page.rows.map((row) => (
        <DeadWorkCard key={row.workId} work={row} operation={row.operation} />
      ))}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}
