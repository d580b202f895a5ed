import { getMyPledge, raiseCap } from "@tuwai/server/sponsors";
import { data, Form, redirect } from "react-router";
import { requireProof } from "#accounts";
import { formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { capTextVersion, raiseCapTexts } from "#language/raise-cap.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Choices,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Page,
  TextField,
} from "#ui";
import type { Route } from "./+types/raise-cap.page";

export const handle: Handle = { access: "pledge.sign" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(raiseCapTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pledge, ask } = await getMyPledge(app, actor);
  const isActive = pledge?.state === "active";
  if (isActive) requireProof(actor);
  return {
    operation: app.newId(),
    pledge: isActive ? { id: pledge.id, version: pledge.version, capRupiah: pledge.capRupiah } : null,
    neededRupiah: ask?.neededRupiah ?? null,
  };
}

type Answer = { readonly errors: FormErrors; readonly typed: string };

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = raiseCapTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const typed = formText(form, "batas");
  if (formText(form, "setuju") === "")
    return data<Answer>({ errors: { setuju: t.errors.consent }, typed }, 422);
  const answer = await raiseCap(app, actor, {
    operationId: readOperationId(form, app),
    pledgeId: formText(form, "mandat"),
    version: Number(formText(form, "versi")),
    capRupiah: Number(typed.replaceAll(/\D/g, "")),
    consentTextVersion: capTextVersion,
  });
  if (answer.outcome === "raised") {
    const headers = flash("ok", t.done(formatRupiah(language, answer.capRupiah)));
    throw redirect(localPath(language, "/sponsor/saya"), { status: 303, headers });
  }
  const low = answer.reasons.find((refusal) => refusal.reason === "cap-too-low");
  const errors = low === undefined ? {} : { batas: t.errors.cap(formatRupiah(language, low.neededRupiah)) };
  return data<Answer>({ errors, typed }, 422);
}

export default function RaiseCapPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(raiseCapTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const errors = actionData?.errors;
  const back = (
    <ButtonLink look="plain" href={to("/sponsor/saya")}>
      {t.back}
    </ButtonLink>
  );
  if (page.pledge === null)
    return (
      <Page title={t.title} narrow>
        <EmptyState title={t.nothing} action={back} />
      </Page>
    );
  const needed = page.neededRupiah === null ? null : formatRupiah(language, page.neededRupiah);
  const facts = [
    { name: t.now, value: formatRupiah(language, page.pledge.capRupiah) },
    ...(needed === null ? [] : [{ name: t.asked, value: needed }]),
  ];
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <ErrorSummary errors={errors} />
      <DescriptionList facts={facts} />
      <Form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="mandat" value={page.pledge.id} />
        <input type="hidden" name="versi" value={page.pledge.version} />
        <TextField
          name="batas"
          label={t.cap}
          hint={needed === null ? undefined : t.capHint(needed)}
          inputMode="numeric"
          width="middle"
          defaultValue={actionData?.typed ?? String(page.neededRupiah ?? "")}
          error={errors?.["batas"]}
        />
        <Card title={t.consentTitle}>
          <p>{t.consent}</p>
          <p className="quiet small">{t.version(capTextVersion)}</p>
        </Card>
        <Choices
          name="setuju"
          label={t.agree}
          several
          options={[{ value: "ya", label: t.agreed }]}
          error={errors?.["setuju"]}
        />
        <Actions>
          <Button>{t.submit}</Button>
          {back}
        </Actions>
      </Form>
    </Page>
  );
}
