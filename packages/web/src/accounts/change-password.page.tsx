import { data, Form, redirect } from "react-router";
import { changePassword, type PasswordOutcome } from "@tuwai/server/accounts";
import { languageOf, localPath } from "#language/language.ts";
import { passwordTexts } from "#language/passwords.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page, TextField, type FormErrors } from "#ui";
import type { Route } from "./+types/change-password.page";
import { NewPasswordField } from "./new-password-field.tsx";
import { sayFaults } from "./password-words.ts";
import { tooManyOf } from "./refusal-of.ts";

export const handle: Handle = { access: "device.revoke", hydrate: true };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(passwordTexts[languageOf(location.pathname)].change.title);

const say = (errors: FormErrors, init: number | ResponseInit) => data({ errors }, init);

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = passwordTexts[language].change;
  const form = await request.formData();
  let answer: PasswordOutcome;
  try {
    answer = await changePassword(...forUseCase(context), {
      password: formText(form, "password", { trim: false }),
      newPassword: formText(form, "baru", { trim: false }),
      headers: request.headers,
    });
  } catch (error) {
    const many = tooManyOf(language, error);
    if (many === null) throw error;
    return say({ password: many.text }, many.init);
  }
  if (answer.outcome === "wrong-password") return say({ password: t.wrong }, 401);
  if (answer.outcome === "weak") return say({ baru: sayFaults(language, answer.faults) }, 422);
  throw redirect(localPath(language, "/profil"), { status: 303, headers: flash("ok", t.done) });
}

export default function ChangePasswordPage({ actionData }: Route.ComponentProps) {
  const t = useTexts(passwordTexts).change;
  const errors = actionData?.errors;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <TextField
          name="password"
          label={t.current}
          type="password"
          autoComplete="current-password"
          required
          error={errors?.["password"]}
        />
        <NewPasswordField name="baru" error={errors?.["baru"]} />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </Page>
  );
}
