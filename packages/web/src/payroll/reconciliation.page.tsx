import { data, redirect } from "react-router";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import { Button, Card, DescriptionList, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/reconciliation.page";
import { DecideForm } from "./decide-form.tsx";
import { DifferenceForm } from "./difference-form.tsx";
import { MatchCard } from "./match-card.tsx";
import { actOnReconciliation } from "./reconciliation-actions.ts";
import { type ReconciliationData, reconciliationData } from "./reconciliation-data.ts";

export const handle: Handle = { access: "deduction_batch.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  return reconciliationData(...forUseCase(context), { payrollCode: params.kode, language });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const sent = { form, payrollCode: params.kode, language };
  const answer = await actOnReconciliation(...forUseCase(context), sent);
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/iuran/potongan/${encodeURIComponent(params.kode)}/pencocokan`), {
    status: 303,
    headers: flash(answer.tone, answer.says),
  });
}

/** One sentence with what was found: how many agree, how much differs, or why nothing can be said yet. */
function leadOf(page: ReconciliationData, language: Language): string {
  const t = payrollTexts[language].reconciliation;
  const { totals, hasResult, isBpjsIn, differences } = page;
  const number = (value: number) => formatNumber(language, value);
  if (!hasResult) return t.leadNoResult;
  if (differences.length > 0)
    return t.lead(
      number(totals.agree),
      number(totals.lines),
      number(differences.length),
      formatRupiah(language, totals.differing),
    );
  return isBpjsIn ? t.leadAll(number(totals.lines)) : t.leadBpjs;
}

export default function ReconciliationPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const r = t.reconciliation;
  const { totals, batch } = page;
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Page
      title={page.title}
      lead={leadOf(page, language)}
      crumbs={[
        { href: to("/iuran/potongan"), label: t.list.title },
        { href: to(`/iuran/potongan/${batch.code}`), label: batch.code },
        { label: page.title },
      ]}
    >
      <ErrorSummary errors={actionData?.errors} />
      {page.mayDecide && <DecideForm page={page} />}
      <div className="columns">
        <Card title={r.columns}>
          <DescriptionList
            facts={[
              { name: r.promised, value: rupiah(totals.promised) },
              { name: r.deducted, value: page.hasResult ? rupiah(totals.deducted) : r.waiting },
              { name: r.paid, value: page.isBpjsIn ? rupiah(totals.paid) : r.waiting },
            ]}
          />
        </Card>
        <MatchCard page={page} />
      </div>
      <DifferenceForm page={page} />
      {page.mayDecide && <CloseCard page={page} />}
    </Page>
  );
}

function CloseCard({ page }: { readonly page: ReconciliationData }) {
  const t = useTexts(payrollTexts).reconciliation;
  return (
    <Card title={t.closeTitle}>
      {page.openEnds.length > 0 ? (
        <ul>
          {page.openEnds.map((reason) => (
            <li key={reason}>{t.openEnds[reason]}</li>
          ))}
        </ul>
      ) : (
        <form method="post">
          <OperationField id={page.operation} />
          <input type="hidden" name="versi" value={page.batch.version} />
          <Button name="aksi" value="tutup">
            {t.close}
          </Button>
        </form>
      )}
    </Card>
  );
}
