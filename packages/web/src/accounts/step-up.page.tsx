import { data, Form, redirect } from "react-router";
import { stepUp } from "@tuwai/server/accounts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { appContext, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/step-up.page";
import { tooManyOf } from "./refusal-of.ts";
import { returnPath } from "./return-path.ts";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "session.step_up" };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].stepUpTitle);

/** Who has a second factor shows that one: the password alone may have been seen by others. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const session = await context.get(appContext).auth.api.getSession({ headers: request.headers });
  return { byCode: session?.user.twoFactorEnabled === true };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = accountTexts[language];
  const form = await request.formData();
  const field = form.has("code") ? "code" : "password";
  const secret = formText(form, field, { trim: field === "code" });
  if (secret === "") return data({ errors: { [field]: t.errors[field] } }, 422);
  const [app, actor] = forUseCase(context);
  try {
    const answer = await stepUp(app, actor, { secret, headers: request.headers });
    if (answer.outcome === "proved") {
      const next = returnPath(searchParams.get("lanjut"), localPath(language, "/kerja"));
      throw redirect(next, { status: 303, headers: withCookies(answer.cookies) });
    }
    const text = answer.outcome === "wrong-password" ? t.stepUpWrong : t.errors[answer.outcome];
    return data({ errors: { [field]: text } }, 401);
  } catch (error) {
    const many = tooManyOf(language, error);
    if (many === null) throw error;
    return data({ errors: { [field]: many.text } }, many.init);
  }
}

export default function StepUpPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  const errors = actionData?.errors;
  return (
    <Page title={loaderData.byCode ? t.stepUpCodeTitle : t.stepUpTitle} lead={t.stepUpLead} narrow>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        {loaderData.byCode ? (
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            width="middle"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            error={errors?.["code"] ?? errors?.["password"]}
          />
        ) : (
          <TextField
            name="password"
            label={t.password}
            type="password"
            autoComplete="current-password"
            required
            error={errors?.["password"] ?? errors?.["code"]}
          />
        )}
        <Button>{t.stepUpSubmit}</Button>
      </Form>
    </Page>
  );
}
