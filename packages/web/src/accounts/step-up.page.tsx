import { data, Form, redirect } from "react-router";
import { stepUp } from "@tuwai/server/accounts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/step-up.page";
import { returnPath } from "./return-path.ts";

export const handle: Handle = { access: "session.step_up" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].stepUpTitle);

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = accountTexts[language];
  const password = formText(await request.formData(), "password", { trim: false });
  if (password === "") return data({ errors: { password: t.errors.password } }, 422);
  const [app, actor] = forUseCase(context);
  const isRight = await stepUp(app, actor, { password, headers: request.headers });
  if (!isRight) return data({ errors: { password: t.stepUpWrong } }, 401);
  throw redirect(returnPath(searchParams.get("lanjut"), localPath(language, "/kerja")), 303);
}

export default function StepUpPage({ actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  return (
    <Page title={t.stepUpTitle} lead={t.stepUpLead} narrow>
      <ErrorSummary errors={actionData?.errors} />
      <Form method="post" className="form" noValidate>
        <TextField
          name="password"
          label={t.password}
          type="password"
          autoComplete="current-password"
          required
          error={actionData?.errors.password}
        />
        <Button>{t.stepUpSubmit}</Button>
      </Form>
    </Page>
  );
}
