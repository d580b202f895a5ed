import { data, Form, redirect } from "react-router";
import { signIn } from "@tuwai/server/accounts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { actorContext, appContext, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Notice, Page, TextField, type FormErrors } from "#ui";
import type { Route } from "./+types/sign-in.page";
import { returnPath } from "./return-path.ts";
import { refusalOf } from "./refusal-of.ts";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "public" };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].title);

export function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  if (context.get(actorContext) !== null) throw redirect(localPath(languageOf(url.pathname), "/kerja"));
  const asked = url.searchParams.get("belum");
  return {
    demo: context.get(appContext).config.demo,
    lost: (["berkas", "isian"] as const).find((kind) => kind === asked) ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = accountTexts[language];
  const form = await request.formData();
  const email = formText(form, "email");
  const password = formText(form, "password", { trim: false });
  const empty: FormErrors = {
    ...(email === "" ? { email: t.errors.email } : {}),
    ...(password === "" ? { password: t.errors.password } : {}),
  };
  if (Object.keys(empty).length > 0) return data({ errors: empty, email }, 422);

  const answer = await signIn(context.get(appContext), { email, password }, request.headers);
  if (answer.outcome === "refused") {
    const { text, init } = refusalOf(language, answer);
    const errors: FormErrors = { "": text };
    return data({ errors, email }, init);
  }
  const next = returnPath(searchParams.get("lanjut"), localPath(language, "/kerja"));
  const to =
    answer.outcome === "second-factor"
      ? `${localPath(language, "/masuk/kode")}?lanjut=${encodeURIComponent(next)}`
      : next;
  throw redirect(to, { status: 303, headers: withCookies(answer.cookies) });
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  const errors = actionData?.errors;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {loaderData.demo && <Notice title={t.demoTitle}>{t.demo}</Notice>}
      {loaderData.lost !== null && (
        <Notice tone="warn" title={t.lost.title}>
          {t.lost[loaderData.lost]}
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <TextField
          name="email"
          label={t.email}
          type="email"
          autoComplete="username"
          required
          defaultValue={actionData?.email}
          error={errors?.["email"]}
        />
        <TextField
          name="password"
          label={t.password}
          type="password"
          autoComplete="current-password"
          required
          error={errors?.["password"]}
        />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
      <p className="quiet">{t.forgot}</p>
    </Page>
  );
}
