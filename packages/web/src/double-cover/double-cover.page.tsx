import { may } from "@tuwai/server/access";
import { type DoubleCoverList, listDoubleCover } from "@tuwai/server/double-cover";
import { data, redirect } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { doubleCoverTexts } from "#language/double-cover.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { actionOf, flash, forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/double-cover.page";
import { DecideForm } from "./decide-form.tsx";
import { decide, enterList, undoDecision, withdrawLine } from "./double-cover-actions.ts";
import { DoubleTable } from "./double-table.tsx";
import { EnterForm, LineProblems } from "./enter-form.tsx";

export const handle: Handle = { access: "double_cover.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(doubleCoverTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const list = await listDoubleCover(app, actor);
  const asked = new URL(request.url).searchParams.get("putus");
  return {
    ...list,
    deciding: list.workers.find(({ personId, isOpen }) => isOpen && personId === asked) ?? null,
    mayWrite: may(actor, "double_cover.write"),
    sections: seenSections(actor),
    operations: [app.newId(), app.newId(), app.newId()] as const,
  };
}

const acts = { daftar: enterList, putus: decide, urungkan: undoDecision, tarik: withdrawLine };

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await actionOf(form, acts)(...forUseCase(context), { form, language });
  if ("done" in answer) {
    const headers = flash(answer.tone ?? "ok", answer.done);
    throw redirect(localPath(language, "/iuran/rangkap"), { status: 303, headers });
  }
  return data(answer, Object.keys(answer.errors).length > 0 ? 422 : 200);
}

export default function DoubleCoverPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(doubleCoverTexts);
  const language = useLanguage();
  const errors = actionData?.errors ?? {};
  const problems = actionData?.problems ?? [];
  return (
    <Page title={t.title} lead={t.lead}>
      <ContributionTabs here="double" seen={page.sections} />
      <ErrorSummary errors={actionData?.errors} />
      {actionData?.saved && (
        <Notice tone="ok" announce>
          {actionData.saved}
        </Notice>
      )}
      {problems.length > 0 && <LineProblems problems={problems} hasSaved={actionData?.saved != null} />}
      <Standing page={page} />
      {page.deciding !== null && page.mayWrite && (
        <DecideForm
          worker={page.deciding}
          endsFrom={page.endsFrom}
          usual={page.precedence.value === "other-first" ? "end-ours" : "keep-ours"}
          operation={page.operations[0]}
          errors={errors}
        />
      )}
      {page.workers.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <DoubleTable workers={page.workers} mayWrite={page.mayWrite} operation={page.operations[1]} />
      )}
      {page.single > 0 && <p className="quiet small">{t.single(formatNumber(language, page.single))}</p>}
      {page.mayWrite && (
        <EnterForm
          operation={page.operations[2]}
          error={errors["daftar"]}
          isOpen={"daftar" in errors || problems.length > 0}
        />
      )}
    </Page>
  );
}

/** What is open, and by which rule. */
function Standing({ page: { open, precedence } }: { readonly page: DoubleCoverList }) {
  const t = useTexts(doubleCoverTexts);
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <>
      <Notice tone={open.heads > 0 ? "warn" : "info"}>
        {open.heads > 0
          ? t.open(formatNumber(language, open.heads), rupiah(open.rupiah), rupiah(open.freesRupiah))
          : t.noneOpen}
      </Notice>
      <p className="quiet small">
        {t.precedence[precedence.value]} {!precedence.confirmed && t.precedence.unconfirmed}
      </p>
    </>
  );
}
