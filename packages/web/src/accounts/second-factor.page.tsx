import { data, Form, redirect } from "react-router";
import { verifySecondFactor } from "@tuwai/server/accounts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { appContext, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Page, TextField } from "#ui";
import type { Route } from "./+types/second-factor.page";
import { returnPath } from "./return-path.ts";
import { refusalOf } from "./refusal-of.ts";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "public" };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].codeTitle);

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = accountTexts[language];
  const code = formText(await request.formData(), "code");
  if (code === "") return data({ errors: { code: t.errors.code } }, 422);
  const answer = await verifySecondFactor(context.get(appContext), { code }, request.headers);
  if (answer.outcome === "refused") {
    const { text, init } = refusalOf(language, answer);
    return data({ errors: { code: text } }, init);
  }
  const next = returnPath(searchParams.get("lanjut"), localPath(language, "/kerja"));
  throw redirect(next, { status: 303, headers: withCookies(answer.cookies) });
}

export default function SecondFactorPage({ actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  const to = useLocalPath();
  return (
    <Page title={t.codeTitle} lead={t.codeLead} narrow>
      <ErrorSummary errors={actionData?.errors} />
      <Form method="post" className="form" noValidate>
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          width="middle"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          error={actionData?.errors.code}
        />
        <div>
          <Button>{t.codeSubmit}</Button>
        </div>
      </Form>
      <p>
        <a href={to("/masuk")}>{t.startAgain}</a>
      </p>
    </Page>
  );
}
