import { useEffect, useState } from "react";
import { data, Form, redirect } from "react-router";
import { needsSecondFactor } from "@tuwai/server/access";
import { acceptInvitation, type AcceptOutcome, signIn } from "@tuwai/server/accounts";
import { languageOf, localPath } from "#language/language.ts";
import { passwordTexts } from "#language/passwords.ts";
import { useTexts } from "#language/use-texts.ts";
import { appContext, flash, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page, TextField, type FormErrors } from "#ui";
import type { Route } from "./+types/accept-invitation.page";
import { NewPasswordField } from "./new-password-field.tsx";
import { sayFaults } from "./password-words.ts";
import { tooManyOf } from "./refusal-of.ts";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "public", hydrate: true };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(passwordTexts[languageOf(location.pathname)].accept.title);

/** The code comes in the form, never in an address: a link carries it behind `#`, which browsers keep to themselves. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = passwordTexts[language].accept;
  const app = context.get(appContext);
  const form = await request.formData();
  const inviteCode = formText(form, "kode");
  const password = formText(form, "password", { trim: false });
  const say = (errors: FormErrors, init: number | ResponseInit) => data({ errors, inviteCode }, init);
  if (inviteCode === "") return say({ kode: t.codeMissing }, 422);
  let answer: AcceptOutcome;
  try {
    answer = await acceptInvitation(app, { inviteCode, password, headers: request.headers });
  } catch (error) {
    const many = tooManyOf(language, error);
    if (many === null) throw error;
    return say({ kode: many.text }, many.init);
  }
  if (answer.outcome === "refused") return say({ kode: t[answer.reason] }, 401);
  if (answer.outcome === "weak") return say({ password: sayFaults(language, answer.faults) }, 422);
  const { email, role } = answer;
  const signedIn = await signIn(app, { email, password }, request.headers);
  const cookies = "cookies" in signedIn ? signedIn.cookies : [];
  const hasSession = signedIn.outcome === "signed-in";
  const setsUp = hasSession && role !== null && needsSecondFactor(role) && !app.config.demo;
  const next = { "signed-in": setsUp ? "/profil/kode-kedua" : "/kerja", "second-factor": "/masuk/kode" };
  const to = signedIn.outcome in next ? next[signedIn.outcome as keyof typeof next] : "/masuk";
  const headers = withCookies([...cookies, flash("ok", setsUp ? t.setUp : t.done)["Set-Cookie"]]);
  throw redirect(localPath(language, to), { status: 303, headers });
}

export default function AcceptInvitationPage({ actionData }: Route.ComponentProps) {
  const t = useTexts(passwordTexts).accept;
  const [code, type] = useState(actionData?.inviteCode ?? "");
  useEffect(() => {
    const linked = decodeURIComponent(window.location.hash.slice(1));
    if (linked === "") return;
    type(linked);
    window.history.replaceState(null, "", window.location.pathname);
  }, []);
  const errors = actionData?.errors;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <TextField
          name="kode"
          label={t.code}
          hint={t.codeHint}
          width="middle"
          value={code}
          onChange={(event) => type(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          error={errors?.["kode"]}
        />
        <NewPasswordField name="password" error={errors?.["password"]} />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </Page>
  );
}
