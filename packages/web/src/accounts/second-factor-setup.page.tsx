import { data, Form, redirect } from "react-router";
import {
  beginReplacement,
  beginSecondFactor,
  confirmReplacement,
  confirmSecondFactor,
  type SecondFactorSetup,
} from "@tuwai/server/accounts";
import { qrPath, type QrPath } from "@tuwai/server/documents";
import type { App } from "@tuwai/server/app";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, getActor, pageMeta, type Handle } from "#shell";
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
  QrPicture,
  Steps,
  TextField,
} from "#ui";
import type { Route } from "./+types/second-factor-setup.page";
import { tooManyOf } from "./refusal-of.ts";
import { requireProof } from "./require-proof.ts";
import { returnPath } from "./return-path.ts";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "session.second_factor" };
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].setupTitle);

type Setup = SecondFactorSetup & { readonly picture: QrPath };
type Answer = { readonly errors: FormErrors; readonly setup: Setup | null };

/**
 * First the password, then the first code from the app; the key and the backup codes are shown once, in between. Where one is on
 * already it is replaced, which the old one must have been shown for.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const language = languageOf(new URL(request.url).pathname);
  const t = accountTexts[language];
  const use = forUseCase(context);
  const field = form.has("code") ? "code" : "password";
  const setup = shown(form);
  const isOn = await hasFactor(use[0], request);
  const [begin, confirm] = isOn
    ? ([beginReplacement, confirmReplacement] as const)
    : ([beginSecondFactor, confirmSecondFactor] as const);
  try {
    if (field === "password") {
      const password = formText(form, "password", { trim: false });
      const begun = await begin(...use, { password, headers: request.headers });
      if (begun === null) return data<Answer>({ errors: { password: t.stepUpWrong }, setup: null }, 401);
      return data<Answer>({ errors: {}, setup: pictured(begun) });
    }
    const oneTimeCode = formText(form, "code");
    const answer = await confirm(...use, { oneTimeCode, headers: request.headers });
    if (!("cookies" in answer))
      return data<Answer>({ errors: { code: t.errors[answer.outcome] }, setup }, 401);
    const { cookies } = answer;
    const next = returnPath(new URL(request.url).searchParams.get("lanjut"), localPath(language, "/kerja"));
    const headers = withCookies([...cookies, flash("ok", isOn ? t.replaceDone : t.setupDone)["Set-Cookie"]]);
    throw redirect(next, { status: 303, headers });
  } catch (error) {
    const many = tooManyOf(language, error);
    if (many === null) throw error;
    return data<Answer>(
      { errors: { [field]: many.text }, setup: field === "code" ? setup : null },
      many.init,
    );
  }
}

const hasFactor = async (app: App, request: Request): Promise<boolean> =>
  (await app.auth.api.getSession({ headers: request.headers }))?.user.twoFactorEnabled === true;

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = getActor(context);
  const isOn = await hasFactor(forUseCase(context)[0], request);
  if (isOn) requireProof(actor);
  return { isOn, isRequired: actor.lacksSecondFactor === true };
}

export default function SecondFactorSetupPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  const errors = actionData?.errors;
  const setup = actionData?.setup ?? null;
  return (
    <Page
      title={loaderData.isOn ? t.replaceTitle : t.setupTitle}
      lead={loaderData.isOn ? t.replaceLead : t.setupLead}
      narrow
    >
      <ErrorSummary errors={errors} />
      {loaderData.isRequired && setup === null && (
        <Notice title={t.setupRequired}>{t.setupRequiredText}</Notice>
      )}
      {setup === null ? (
        <Form method="post" className="form" noValidate>
          <TextField
            name="password"
            label={t.password}
            type="password"
            autoComplete="current-password"
            required
            error={errors?.["password"]}
          />
          <Button>{loaderData.isOn ? t.replaceBegin : t.setupBegin}</Button>
        </Form>
      ) : (
        <Confirm
          setup={setup}
          error={errors?.["code"]}
          submit={loaderData.isOn ? t.replaceConfirm : t.setupConfirm}
        />
      )}
    </Page>
  );
}

function Confirm({
  setup,
  error,
  submit,
}: {
  readonly submit: string;
  readonly setup: Setup;
  readonly error: string | undefined;
}) {
  const t = useTexts(accountTexts);
  const [keep, put, enter] = t.setupSteps;
  const key = new URL(setup.uri).searchParams.get("secret") ?? "";
  const codes = (
    <>
      {keep.text} {t.setupPrint}
      <ul>
        {setup.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
  const link = (
    <div className="stack">
      {put.text}
      <QrPicture qr={setup.picture} label={t.setupPicture} />
      <span>
        {t.setupKey}: <code>{key}</code>
      </span>
      <ButtonLink look="plain" small href={setup.uri}>
        {t.setupOpen}
      </ButtonLink>
    </div>
  );
  return (
    <Card>
      <Steps steps={[{ title: keep.title, text: codes }, { title: put.title, text: link }, enter]} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="uri" value={setup.uri} />
        {setup.backupCodes.map((code) => (
          <input key={code} type="hidden" name="backup" value={code} />
        ))}
        <TextField
          name="code"
          label={t.code}
          width="middle"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          error={error}
        />
        <Button>{submit}</Button>
      </Form>
    </Card>
  );
}

/** After a mistyped code the same key is shown again: it travels in the form, never in an address. */
function shown(form: FormData): Setup | null {
  const uri = formText(form, "uri");
  if (!uri.startsWith("otpauth://") || uri.length > 1000 || !URL.canParse(uri)) return null;
  return pictured({ uri, backupCodes: form.getAll("backup").filter((code) => typeof code === "string") });
}

const pictured = (setup: SecondFactorSetup): Setup => ({ ...setup, picture: qrPath(setup.uri) });
