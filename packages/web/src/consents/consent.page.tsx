import { data, Form, redirect } from "react-router";
import { getConsent } from "@tuwai/server/consents";
import { consentTexts } from "#language/consents.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Button, Card, Choices, ErrorSummary, type FormErrors, Page, TextField, optionsOf } from "#ui";
import type { Route } from "./+types/consent.page";
import { answerConsent } from "./answer-consent.ts";
import { WithdrawalList } from "./withdrawal-list.tsx";

export const handle: Handle = { access: "consent.withdraw" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const found = await getConsent(app, actor, { personCode: params.kode });
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${consentTexts[languageOf(new URL(request.url).pathname)].title} ${found.person.code ?? ""}`,
    ...found,
    withdrawals: found.withdrawals.map((row) => ({ ...row, operation: app.newId() })),
    today: app.clock.today(),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerConsent(...forUseCase(context), { form, personCode: params.kode, language });
  if ("errors" in answer) return data(answer, 422);
  const to = localPath(language, `/pekerja/${params.kode}/persetujuan`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.done) });
}

export default function ConsentPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(consentTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const code = page.person.code ?? "";
  const errors = actionData?.errors;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${code}`), label: page.person.name ?? code },
        { label: t.title },
      ]}
    >
      <p>
        <strong>{t.states[page.state ?? "none"]}</strong>
      </p>
      <ErrorSummary errors={errors} />
      {page.state !== "withdrawn" && <WithdrawForm page={page} sent={actionData?.sent} errors={errors} />}
      {page.state !== "given" && page.mayRecord && (
        <GiveForm
          title={page.state === null ? t.giveFirst : t.give}
          operation={page.operation}
          errors={errors}
        />
      )}
      <WithdrawalList rows={page.withdrawals} />
    </Page>
  );
}

type FormProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly sent: Readonly<Record<"siapa" | "cara" | "tanggal", string>> | undefined;
  readonly errors: FormErrors | undefined;
};

function WithdrawForm({ page, sent, errors }: FormProps) {
  const t = useTexts(consentTexts);
  return (
    <Card>
      <h2>{t.stops}</h2>
      <ul>
        {t.stopsList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{t.keeps}</h2>
      <ul>
        {t.keepsList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t.whoActs}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <Choices
          name="siapa"
          label={t.toldBy}
          options={optionsOf(t.tellers)}
          value={sent?.siapa}
          error={errors?.["siapa"]}
        />
        <Choices
          name="cara"
          label={t.toldHow}
          options={optionsOf(t.ways)}
          value={sent?.cara}
          error={errors?.["cara"]}
        />
        <TextField
          name="tanggal"
          type="date"
          width="middle"
          label={t.toldOn}
          max={page.today}
          defaultValue={sent?.tanggal ?? page.today}
          error={errors?.["tanggal"]}
        />
        <TextField
          name="keterangan"
          label={t.note}
          hint={t.noteHint}
          autoComplete="off"
          error={errors?.["keterangan"]}
        />
        <div>
          <Button look="danger">{page.state === null ? t.refuse : t.withdraw}</Button>
        </div>
      </Form>
    </Card>
  );
}

function GiveForm(props: {
  readonly title: string;
  readonly operation: string;
  readonly errors: FormErrors | undefined;
}) {
  const t = useTexts(consentTexts);
  return (
    <Card title={props.title}>
      <Form method="post" className="form" noValidate>
        <OperationField id={props.operation} />
        <input type="hidden" name="langkah" value="setuju" />
        <Choices
          name="persetujuan"
          label={t.giveHow}
          options={optionsOf(t.giveWays)}
          error={props.errors?.["persetujuan"]}
        />
        <div>
          <Button>{t.giveSubmit}</Button>
        </div>
      </Form>
    </Card>
  );
}
