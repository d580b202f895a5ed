import { isAppError, type Actor, type App } from "@tuwai/server/app";
import { receiveForm, type ReceivedForm } from "@tuwai/server/http";
import { mostPaperBytes } from "@tuwai/server/files";
import { receiveRemittance, tellRemittance, withdrawRemittance } from "@tuwai/server/payroll";
import { data, redirect } from "react-router";
import { ContributionTabs } from "#contributions";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta, receivedOperationId } from "#shell";
import { ErrorSummary, type FormErrors, Page } from "#ui";
import type { Route } from "./+types/remittances.page";
import { readDigits } from "./read-digits.ts";
import { remittanceData } from "./remittance-data.ts";
import { ReceiveForm, RemittanceTable, TellForm } from "./remittance-parts.tsx";

export const handle: Handle = { access: "deduction_batch.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(payrollTexts[languageOf(location.pathname)].remittance.title);

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get("opd") ?? "";
  return remittanceData(...forUseCase(context), { asked });
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = payrollTexts[language].remittance;
  const [app, actor] = forUseCase(context);
  const { dataDir } = app.config;
  const options = { fileField: "slip", dataDir, maxFileBytes: mostPaperBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return refused({ slip: t.errors.size }, 413);
  try {
    const act = form.fields.get("aksi");
    const work = act === "terima" ? receive : act === "tarik" ? withdraw : tell;
    const answer = await work({ app, actor, language, form });
    if ("errors" in answer) return refused(answer.errors);
    throw redirect(localPath(language, `/iuran/setoran${search}`), {
      status: 303,
      headers: flash(answer.tone, answer.says),
    });
  } finally {
    await form.dispose();
  }
}

/** The forms again, with what is wrong. */
const refused = (errors: FormErrors, status = 422) => data({ errors }, status);

type Sent = {
  readonly app: App;
  readonly actor: Actor;
  readonly language: Language;
  readonly form: ReceivedForm;
};
type Answer = { readonly tone: "ok" | "warn"; readonly says: string } | { readonly errors: FormErrors };

async function tell({ app, actor, language, form }: Sent): Promise<Answer> {
  const t = payrollTexts[language].remittance;
  const field = (name: string) => form.fields.get(name)?.trim() ?? "";
  const answer = await tellRemittance(app, actor, {
    operationId: receivedOperationId(form, app),
    office: actor.scope ?? field("opd"),
    rupiah: readDigits(field("jumlah")) ?? 0,
    sentOn: field("tanggal"),
    reference: field("referensi"),
    slip: form.file === null ? null : { path: form.file.path, fileName: form.file.name },
  });
  if (answer.outcome === "told") return { tone: "ok", says: t.told(answer.remittanceCode) };
  const fields = {
    office: "opd",
    amount: "jumlah",
    day: "tanggal",
    "without-reference": "referensi",
    "without-slip": "slip",
    "slip-kind": "slip",
    "told-before": "",
  } as const;
  return { errors: Object.fromEntries(answer.reasons.map((reason) => [fields[reason], t.errors[reason]])) };
}

async function receive({ app, actor, language, form }: Sent): Promise<Answer> {
  const t = payrollTexts[language].remittance;
  const field = (name: string) => form.fields.get(name)?.trim() ?? "";
  const answer = await receiveRemittance(app, actor, {
    operationId: receivedOperationId(form, app),
    remittanceCode: field("setoran"),
    bank: field("rekening"),
    arrivedOn: field("tiba"),
  });
  if (answer.outcome === "received") return { tone: "ok", says: t.received };
  const fields = { bank: "rekening", day: "tiba", "received-before": "" } as const;
  return {
    errors: Object.fromEntries(answer.reasons.map((reason) => [fields[reason], t.receiveErrors[reason]])),
  };
}

async function withdraw({ app, actor, language, form }: Sent): Promise<Answer> {
  const t = payrollTexts[language].remittance;
  const remittanceCode = form.fields.get("setoran") ?? "";
  const asked = { operationId: receivedOperationId(form, app), remittanceCode };
  const { outcome } = await withdrawRemittance(app, actor, asked);
  return outcome === "withdrawn" ? { tone: "ok", says: t.withdrawn } : { tone: "warn", says: t.notWithdrawn };
}

export default function RemittancesPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payrollTexts).remittance;
  const errors = actionData?.errors;
  return (
    <Page title={t.title} lead={t.lead}>
      <ContributionTabs here="remittances" seen={page.sections} />
      <ErrorSummary errors={errors} />
      {page.mayReceive && <ReceiveForm page={page} errors={errors} />}
      <RemittanceTable page={page} />
      {page.mayTell && <TellForm page={page} errors={errors} />}
    </Page>
  );
}
