import { takesOver } from "@tuwai/domain/payers";
import { parseMonth, shiftMonth, monthOf } from "@tuwai/domain/time";
import { type Actor, type App, AppError, isAppError } from "@tuwai/server/app";
import { getPayer, handOverWorkers, listPayers, previewHandOver } from "@tuwai/server/payers";
import { data, Form, redirect } from "react-router";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, ErrorSummary, type FormErrors, Page, SelectField, TextField } from "#ui";
import type { Route } from "./+types/hand-over.page";

export const handle: Handle = { access: "payer.hand_over" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** In the address where nobody takes over and the workers wait for a sponsor. */
const sponsor = "pegawai";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const payer = await getPayer(app, actor, { payerId: params.pembayar });
  const { payers } = await listPayers(app, actor);
  const asked = { to: searchParams.get("ke") ?? "", month: searchParams.get("mulai")?.trim() ?? "" };
  const takers = payers.filter(({ id, kind }) => id !== payer.id && takesOver(kind));
  const t = payerTexts[language].handOver;
  const errors: FormErrors = {
    ...(searchParams.has("ke") && asked.to !== sponsor && !takers.some(({ id }) => id === asked.to)
      ? { ke: t.chooseTo }
      : {}),
    ...(searchParams.has("mulai") && parseMonth(asked.month) === undefined ? { mulai: t.monthUnclear } : {}),
  };
  const isAsked = searchParams.has("ke") && Object.keys(errors).length === 0;
  const next = payer.outlook.handOverFrom ?? shiftMonth(monthOf(app.clock.today()), 1);
  return {
    title: t.title(payer.name),
    payer: { id: payer.id, name: payer.name },
    takers: takers.map(({ id, name }) => ({ id, name })),
    asked: { ...asked, month: searchParams.has("mulai") ? asked.month : next },
    errors,
    preview: isAsked ? await look(app, actor, { payerId: payer.id, ...asked }) : null,
    operation: app.newId(),
  };
}

type Asked = { readonly payerId: string; readonly to: string; readonly month: string };

const look = (app: App, actor: Actor, { payerId, to, month }: Asked) =>
  previewHandOver(app, actor, { payerId, toPayerId: to === sponsor ? null : to, fromMonth: month });

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = payerTexts[language].handOver;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const [to, fromMonth] = [formText(form, "ke"), formText(form, "mulai")];
  if (parseMonth(fromMonth) === undefined) throw new AppError("invalid-input", { field: "mulai" });
  try {
    const answer = await handOverWorkers(app, actor, {
      operationId: readOperationId(form, app),
      payerId: params.pembayar,
      toPayerId: to === sponsor ? null : to,
      fromMonth,
      reason: formText(form, "alasan"),
    });
    if (answer.outcome === "refused")
      return data({ errors: { alasan: answer.reasons.map((reason) => t.reasons[reason]).join(" ") } }, 422);
    const headers = flash("ok", t.done(formatNumber(language, answer.workers)));
    throw redirect(localPath(language, `/iuran/pembayar/${params.pembayar}`), { status: 303, headers });
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ errors: { alasan: payerTexts[language].add.noteRefused } }, 422);
    throw error;
  }
}

export default function HandOverPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payerTexts);
  const to = useLocalPath();
  const { payer, asked, errors } = page;
  return (
    <Page
      narrow
      title={page.title}
      lead={t.handOver.lead}
      crumbs={[
        { href: to("/iuran/pembayar"), label: t.title },
        { href: to(`/iuran/pembayar/${payer.id}`), label: payer.name },
        { label: t.handOver.open },
      ]}
    >
      <ErrorSummary errors={{ ...errors, ...actionData?.errors }} />
      <Form method="get" className="form" noValidate>
        <SelectField
          name="ke"
          label={t.handOver.to}
          defaultValue={asked.to}
          error={errors["ke"]}
          options={[
            { value: "", label: "" },
            ...page.takers.map(({ id, name }) => ({ value: id, label: name })),
            { value: sponsor, label: t.handOver.toSponsor },
          ]}
        />
        <TextField
          name="mulai"
          label={t.handOver.month}
          hint={t.handOver.monthHint}
          width="middle"
          defaultValue={asked.month}
          error={errors["mulai"]}
        />
        <div>
          <Button look={page.preview === null ? "main" : "plain"}>{t.handOver.preview}</Button>
        </div>
      </Form>
      {page.preview !== null && <Preview page={page} error={actionData?.errors.alasan} />}
    </Page>
  );
}

type PreviewProps = { readonly page: Route.ComponentProps["loaderData"]; readonly error: string | undefined };

function Preview({ page, error }: PreviewProps) {
  const t = useTexts(payerTexts).handOver;
  const language = useLanguage();
  const { asked, preview, takers } = page;
  if (preview === null) return null;
  const number = (n: number) => formatNumber(language, n);
  const [workers, month] = [number(preview.workers), formatMonth(language, asked.month)];
  const taker = takers.find(({ id }) => id === asked.to);
  const { rupiahBefore, rupiahAfter, staying, reasons } = preview;
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Card title={t.previewTitle}>
      <p>{taker === undefined ? t.waiting(workers, month) : t.going(workers, taker.name, month)}</p>
      {taker !== undefined && (
        <p>
          {rupiahBefore === null || rupiahAfter === null
            ? t.noPrice
            : t.price(rupiah(rupiahBefore), rupiah(rupiahAfter))}
        </p>
      )}
      <ul>
        {(Object.keys(staying) as (keyof typeof staying)[]).map((reason) => (
          <li key={reason}>{t.staying[reason](number(staying[reason] ?? 0))}</li>
        ))}
        {reasons.map((reason) => (
          <li key={reason}>{t.reasons[reason]}</li>
        ))}
      </ul>
      {reasons.length === 0 && (
        <Form method="post" className="form" noValidate>
          <OperationField id={page.operation} />
          <input type="hidden" name="ke" value={asked.to} />
          <input type="hidden" name="mulai" value={asked.month} />
          <TextField name="alasan" label={t.why} hint={t.whyHint} error={error} />
          <div>
            <Button>{t.submit(workers)}</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
