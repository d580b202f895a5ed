import { data, redirect } from "react-router";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Card, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/batch.page";
import { actOnBatch } from "./batch-actions.ts";
import { type BatchPageData, batchData } from "./batch-data.ts";
import { BatchForms } from "./batch-forms.tsx";
import { BatchState } from "./batch-state.tsx";
import { Chain } from "./chain.tsx";
import { FileCard } from "./file-card.tsx";
import { LineTables } from "./line-tables.tsx";
import { ResultCard } from "./result-card.tsx";

export const handle: Handle = { access: "deduction_batch.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  return batchData(...forUseCase(context), { payrollCode: params.kode, language });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await actOnBatch(...forUseCase(context), { form, payrollCode: params.kode, language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/iuran/potongan/${encodeURIComponent(params.kode)}`), {
    status: 303,
    headers: flash(answer.tone, answer.says),
  });
}

export default function BatchPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payrollTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { batch } = page;
  const { sums } = batch;
  const number = (value: number) => formatNumber(language, value);
  const isLocked = batch.state === "locked" || batch.state === "closed";
  const lead = `${t.batch.lead(number(batch.mandates), formatRupiah(language, batch.promisedRupiah))} ${t.batch.leadChange(
    number(sums.mandatesBefore),
    number(sums.changes.new),
    number(sums.changes.stopped),
    number(sums.mandates),
  )}`;
  return (
    <Page
      title={page.title}
      lead={lead}
      crumbs={[{ href: to("/iuran/potongan"), label: t.list.title }, { label: batch.code }]}
    >
      <p>
        <BatchState state={batch.state} />{" "}
        <span className="quiet small">
          {t.batch.version(number(batch.version), batch.fingerprint.slice(0, 8))}
        </span>
      </p>
      <ErrorSummary errors={actionData?.errors} />
      {batch.refusal !== null && batch.state === "draft" && (
        <Notice tone="warn">{t.batch.refusal(batch.refusal)}</Notice>
      )}
      {batch.unlockReason !== null && batch.state === "draft" && (
        <Notice tone="warn">{t.batch.unlockedFor(batch.unlockReason)}</Notice>
      )}
      {isLocked && <Chain sums={page.sums} />}
      {isLocked && <Ways page={page} />}
      <BatchForms page={page} errors={actionData?.errors} />
      {isLocked && page.may.file && <FileCard page={page} />}
      {batch.result !== null && <ResultCard page={page} />}
      <LineTables lines={batch.lines} />
      {batch.leftOut.length > 0 && (
        <Card title={t.batch.leftOutTitle}>
          <ul>
            {batch.leftOut.map(({ mandateCode, own: rupiah }) => (
              <li key={mandateCode}>{t.batch.leftOut(mandateCode, formatRupiah(language, rupiah))}</li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

/** Where the batch goes on, for whoever reads. */
function Ways({ page }: { readonly page: BatchPageData }) {
  const t = useTexts(payrollTexts).batch;
  const to = useLocalPath();
  const { code, office, result } = page.batch;
  const own = to(`/iuran/potongan/${code}`);
  const remittances = `${to("/iuran/setoran")}?opd=${encodeURIComponent(office)}`;
  return (
    <Actions>
      {page.may.answer && result === null && <ButtonLink href={`${own}/hasil`}>{t.seeResult}</ButtonLink>}
      {page.may.remit && result !== null && (
        <ButtonLink look={page.may.answer ? "main" : "plain"} href={remittances}>
          {t.seeRemittance}
        </ButtonLink>
      )}
      <ButtonLink look="plain" href={`${own}/pencocokan`}>
        {t.seeReconciliation}
      </ButtonLink>
      <ButtonLink look="plain" href={`${own}/laporan`}>
        {t.seeReport}
      </ButtonLink>
    </Actions>
  );
}
