import { data, redirect } from "react-router";
import { answerVisit, drawVisitSample } from "@tuwai/server/claimability";
import { claimabilityTexts } from "#language/claimability.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, NothingWaits, Notice, Page, Pagination } from "#ui";
import type { Route } from "./+types/visits.page";
import { loadVisits, type VisitsData } from "./load-visits.ts";
import { SampleTable } from "./sample-table.tsx";
import { VisitTable } from "./visit-table.tsx";

export const handle: Handle = { access: "claimability.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const { title } = claimabilityTexts[languageOf(url.pathname)].visits;
  return { ...(await loadVisits(forUseCase(context), url)), title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = claimabilityTexts[language].visits;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const done = (said: string) => redirect(pathname + search, { status: 303, headers: flash("ok", said) });
  if (formText(form, "tindakan") === "pilih") {
    const answer = await drawVisitSample(app, actor, { operationId });
    if (answer.outcome === "refused") return data({ visitId: "", error: t.refused[answer.reasons[0]] }, 422);
    throw done(t.drawn(formatNumber(language, answer.drawn), formatNumber(language, answer.population)));
  }
  const visitId = formText(form, "kunjungan");
  const found = formText(form, `temuan-${visitId}`);
  const answer = await answerVisit(app, actor, { operationId, visitId, found });
  if (answer.outcome === "refused") return data({ visitId, error: t.refused[answer.reasons[0]!] }, 422);
  throw done(t.done);
}

export default function VisitsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const texts = useTexts(claimabilityTexts);
  const t = texts.visits;
  const e = useTexts(enrolmentTexts).list;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Page
      title={page.open === 0 ? t.noneOpen : t.open(formatNumber(language, page.open))}
      lead={t.lead}
      crumbs={[
        { href: to("/kepesertaan"), label: e.title },
        { href: to("/kepesertaan/kelayakan"), label: texts.title },
        { label: page.title },
      ]}
    >
      {actionData !== undefined && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      {page.can.draw && <DrawForm page={page} />}
      {page.rows.length === 0 ? <NothingWaits title={t.none} fills={t.fills} /> : <VisitTable page={page} />}
      <Pagination page={page.page} pages={page.pages} />
      {page.samples.length > 0 && <SampleTable samples={page.samples} />}
    </Page>
  );
}

function DrawForm({ page }: { readonly page: VisitsData }) {
  const t = useTexts(claimabilityTexts).visits;
  const language = useLanguage();
  const { percent, least } = page.rule;
  return (
    <Card title={t.draw}>
      <p>{t.drawLead(`${formatNumber(language, percent)}%`, formatNumber(language, least))}</p>
      <form method="post">
        <OperationField id={page.operation} />
        <input type="hidden" name="tindakan" value="pilih" />
        <Button>{t.drawSubmit}</Button>
      </form>
    </Card>
  );
}
