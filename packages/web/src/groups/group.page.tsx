import { parseCivilDate } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { type Actor, type App, AppError, isAppError } from "@tuwai/server/app";
import { type Group, listGroups, noteGroup } from "@tuwai/server/groups";
import { data, Form, redirect } from "react-router";
import { formatDate, formatNumber } from "#language/format.ts";
import { groupTexts } from "#language/groups.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, DescriptionList, ErrorSummary, type FormErrors, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/group.page";
import { groupNamer } from "./group-namer.ts";

export const handle: Handle = { access: "group.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const group = (await listGroups(app, actor)).find(({ key }) => key === params.kunci);
  if (group === undefined) throw new AppError("not-found", { object: "group" });
  return {
    title: groupNamer(language, await villageNamer(app, actor))(group),
    group,
    mayWrite: may(actor, "group.write"),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const errors = await note(...forUseCase(context), { form, key: params.kunci, language });
  if (errors !== null) return data({ errors }, 422);
  const headers = flash("ok", groupTexts[language].edit.saved);
  throw redirect(localPath(language, "/iuran/kelompok"), { status: 303, headers });
}

type Sent = { readonly form: FormData; readonly key: string; readonly language: Language };

const fieldOf = {
  "number-unclear": "npp",
  "agreement-too-long": "pks",
  "dates-without-agreement": "pks",
  "ends-before-it-begins": "sampai",
} as const;

async function note(app: App, actor: Actor, { form, key, language }: Sent): Promise<FormErrors | null> {
  const t = groupTexts[language].edit;
  try {
    const answer = await noteGroup(app, actor, {
      operationId: readOperationId(form, app),
      groupKey: key,
      version: Number(formText(form, "versi")),
      groupNumber: formText(form, "npp"),
      agreement: formText(form, "pks"),
      agreedFrom: parseCivilDate(formText(form, "sejak")) ?? null,
      agreedUntil: parseCivilDate(formText(form, "sampai")) ?? null,
    });
    if (answer.outcome === "noted") return null;
    return Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]]));
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { "": t.stale };
    throw error;
  }
}

export default function GroupPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(groupTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { group } = page;
  return (
    <Page
      title={page.title}
      lead={t.edit.lead(formatNumber(language, group.workers))}
      crumbs={[{ href: to("/iuran/kelompok"), label: t.title }, { label: page.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      {group.warnings.length > 0 && (
        <Notice tone="warn">{group.warnings.map((warning) => t.warnings[warning]).join("; ")}</Notice>
      )}
      {page.mayWrite ? (
        <TermsForm group={group} operation={page.operation} errors={actionData?.errors ?? {}} />
      ) : (
        <Terms group={group} />
      )}
    </Page>
  );
}

function Terms({ group }: { readonly group: Group }) {
  const t = useTexts(groupTexts);
  const language = useLanguage();
  const dayOf = (day: string | null) => (day === null ? t.unknown : formatDate(language, day));
  return (
    <DescriptionList
      facts={[
        { name: t.edit.number, value: group.number ?? t.unknown },
        { name: t.edit.agreement, value: group.agreement ?? t.unknown },
        { name: t.edit.from, value: dayOf(group.agreedFrom) },
        { name: t.edit.until, value: dayOf(group.agreedUntil) },
      ]}
    />
  );
}

type FormProps = { readonly group: Group; readonly operation: string; readonly errors: FormErrors };

function TermsForm({ group, operation, errors }: FormProps) {
  const t = useTexts(groupTexts).edit;
  const isEmployer = group.segment === "pu-village";
  return (
    <Card>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="versi" value={group.version} />
        <TextField
          name="npp"
          label={t.number}
          hint={t.numberHint}
          width="middle"
          defaultValue={group.number ?? ""}
          error={errors["npp"]}
        />
        {isEmployer && <p className="quiet">{t.employer}</p>}
        <TextField
          name="pks"
          label={t.agreement}
          defaultValue={group.agreement ?? ""}
          error={errors["pks"]}
        />
        <TextField
          name="sejak"
          label={t.from}
          type="date"
          width="middle"
          defaultValue={group.agreedFrom ?? ""}
        />
        <TextField
          name="sampai"
          label={t.until}
          hint={t.untilHint}
          type="date"
          width="middle"
          defaultValue={group.agreedUntil ?? ""}
          error={errors["sampai"]}
        />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Card>
  );
}
