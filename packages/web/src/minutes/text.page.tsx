import { AppError } from "@tuwai/server/app";
import { getMinutes, type ShownText, writeMinutesText } from "@tuwai/server/minutes";
import { data, redirect } from "react-router";
import { accountTexts } from "#language/accounts.ts";
import { formatInstant, formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, Disclosure, ErrorSummary, Field, type FormErrors, Notice, Page } from "#ui";
import type { Route } from "./+types/text.page";

export const handle: Handle = { access: "minutes.write" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const t = minutesTexts[languageOf(new URL(request.url).pathname)];
  const [app, actor] = forUseCase(context);
  const { meeting, minutes } = await getMinutes(app, actor, { meetingCode: params.kode });
  const text = minutes?.texts.find(({ part }) => part === params.bagian);
  if (minutes === null || text === undefined) throw new AppError("not-found", { object: "part" });
  const title = t.edit.title(t.texts.parts[text.part].toLowerCase());
  return { title, meeting, number: minutes.number, text, operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = minutesTexts[language].edit;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const typed = formText(form, "isi");
  const answer = await writeMinutesText(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode: params.kode,
    part: params.bagian,
    text: typed,
    seen: Number(formText(form, "dilihat")),
  });
  if (answer.outcome === "stale") return data({ errors: {}, typed, theirs: answer.theirs }, 409);
  if (answer.outcome === "refused") {
    const isi = answer.reasons.includes("too-long") ? t.tooLong : t.isFinal;
    return data({ errors: { isi }, typed, theirs: null }, 422);
  }
  throw redirect(localPath(language, `/rakor/${params.kode}/berita-acara`), {
    status: 303,
    headers: flash("ok", answer.outcome === "written" ? t.saved : t.same),
  });
}

export default function TextPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(minutesTexts);
  const to = useLocalPath();
  const { text, meeting } = page;
  const errors: FormErrors = actionData?.errors ?? {};
  const theirs = actionData?.theirs ?? null;
  return (
    <Page
      title={page.title}
      lead={t.edit.lead}
      narrow
      crumbs={[
        { href: to(`/rakor/${meeting.code}`), label: meeting.title },
        { href: to(`/rakor/${meeting.code}/berita-acara`), label: page.number },
        { label: t.texts.parts[text.part] },
      ]}
    >
      <ErrorSummary errors={errors} />
      {theirs !== null && <Theirs theirs={theirs} />}
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="dilihat" value={theirs?.version ?? text.versions[0]?.version ?? 0} />
        <Field name="isi" label={t.edit.field} hint={t.edit.hint} error={errors["isi"]}>
          {(control) => <textarea {...control} rows={12} defaultValue={actionData?.typed ?? text.body} />}
        </Field>
        <div>
          <Button>{t.edit.save}</Button>
        </div>
      </form>
      <Versions text={text} />
    </Page>
  );
}

type Version = ShownText["versions"][number];

function Theirs({ theirs }: { readonly theirs: Version }) {
  const t = useTexts(minutesTexts).edit;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  return (
    <>
      <Notice tone="warn" announce>
        {t.stale(roles[theirs.writtenRole], formatInstant(language, theirs.writtenAt))}
      </Notice>
      <Card title={t.theirs}>
        <Body body={theirs.body} />
      </Card>
    </>
  );
}

function Versions({ text: { versions, made } }: { readonly text: ShownText }) {
  const t = useTexts(minutesTexts).edit;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  if (versions.length === 0) return null;
  return (
    <Disclosure summary={t.versions(formatNumber(language, versions.length))}>
      {versions.map(({ version, body, writtenRole, writtenAt }) => (
        <section key={version}>
          <h3>{t.version(String(version), roles[writtenRole], formatInstant(language, writtenAt))}</h3>
          <Body body={body} />
        </section>
      ))}
      <section>
        <h3>{t.generated}</h3>
        <Body body={made} />
      </section>
    </Disclosure>
  );
}

function Body({ body }: { readonly body: string }) {
  const t = useTexts(minutesTexts).texts;
  if (body === "") return <p className="quiet">{t.empty}</p>;
  return body.split("\n").map((line) => <p key={line}>{line}</p>);
}
