import { data, Form, redirect } from "react-router";
import { importFields, type ImportKind } from "@tuwai/domain/intake";
import { authorise } from "@tuwai/server/access";
import { AppError, isAppError, type Actor, type App } from "@tuwai/server/app";
import { limitsFor } from "@tuwai/server/files";
import { receiveForm, type ReceivedForm } from "@tuwai/server/http";
import { countFilesLeft, filesPerDay, receiveImport } from "@tuwai/server/imports";
import { type ImportKindOf, kindsSentBy } from "@tuwai/server/intake";
import { listVillageNames } from "#regions";
import { flash, forUseCase, OperationField, pageMeta, receivedOperationId, type Handle } from "#shell";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf, type Language } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, Choices, ErrorSummary, FileField, Notice, Page, SelectField, type FormErrors } from "#ui";
import type { Route } from "./+types/new-import.page";
import { importPath } from "./load-import.ts";
import { PasteField } from "./paste-field.tsx";
import { TemplateLinks } from "./template-links.tsx";
import { takeReturned } from "./take-returned.ts";
import { faultOfPaste, sentBy, shownAgain } from "./take-paste.ts";

export const handle: Handle = { access: "import.send" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const sent = requireKinds(app, actor);
  const kinds = sent.map(({ kind }) => kind);
  const villages = sent.some(({ needsVillage }) => needsVillage) ? await listVillageNames(app, actor) : [];
  return {
    title: importTexts[language].fresh.title,
    operation: app.newId(),
    kinds,
    limits: kinds.map((kind) => ({ kind, ...shownLimits(kind) })),
    ownVillage: villages.find(({ code }) => code === actor.scope)?.name ?? null,
    villages: actor.scope === undefined ? villages : [],
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const maxFileBytes = Math.max(...requireKinds(app, actor).map(({ kind }) => limitsFor(kind).bytes));
  // Asked before anything is taken in; the use case asks again when it is.
  if ((await countFilesLeft(app, actor)) === 0) {
    return refuse(importTexts[language].fresh.errors.perDay(String(filesPerDay)), 429);
  }
  const { dataDir } = app.config;
  const form = await receiveForm(request, {
    fileField: "berkas",
    textField: "tempelan",
    dataDir,
    maxFileBytes,
  }).catch((error: unknown) => {
    if (isAppError(error) && error.details["code"] === "E-SIZE") return null;
    throw error;
  });
  if (form === null)
    return refuse(importTexts[language].fresh.errors.size(megabytes(language, maxFileBytes)), 413);
  try {
    return await takeFile({ app, actor, language, form });
  } finally {
    await form.dispose();
  }
}

/** The form again, with what is wrong with the file. */
function refuse(sentence: string, status: number) {
  const errors: FormErrors = { berkas: sentence };
  return data({ errors, kind: "", village: "", pasted: "" }, status);
}

type Sent = {
  readonly app: App;
  readonly actor: Actor;
  readonly language: Language;
  readonly form: ReceivedForm;
};

async function takeFile({ app, actor, language, form }: Sent) {
  const t = importTexts[language].fresh;
  const field = (name: string): string => form.fields.get(name)?.trim() ?? "";
  const kinds = requireKinds(app, actor);
  const chosen = kinds.length === 1 ? kinds[0] : kinds.find((known) => known.kind === field("jenis"));
  const kind = chosen?.kind;
  const village = field("desa");
  const { file, pasted } = await sentBy(form, t.paste.fileName(app.clock.today()));
  const isTooLarge = kind !== undefined && file !== null && file.bytes > limitsFor(kind).bytes;
  const lacksVillage = chosen?.needsVillage === true && actor.scope === undefined && village === "";
  const errors: FormErrors = {
    ...(kind === undefined ? { jenis: t.errors.kind } : {}),
    ...(lacksVillage ? { desa: t.errors.village } : {}),
    ...(file === null ? { berkas: t.errors.file } : {}),
    ...(isTooLarge ? { berkas: t.errors.size(megabytes(language, limitsFor(kind).bytes)) } : {}),
    ...(pasted === null || isTooLarge ? {} : await faultOfPaste({ form, kind, path: pasted.path, language })),
  };
  if (kind === undefined || file === null || Object.keys(errors).length > 0)
    return data(
      { errors, kind: kind ?? "", village, pasted: await shownAgain(pasted) },
      isTooLarge ? 413 : 422,
    );
  const operationId = receivedOperationId(form, app);
  const sent = { operationId, kind, fileName: file.name, path: file.path };
  const returned = await takeReturned(app, actor, language, sent);
  if (returned !== null && "refused" in returned) {
    const refused: FormErrors = { berkas: returned.refused };
    return data({ errors: refused, kind, village, pasted: await shownAgain(pasted) }, 409);
  }
  if (returned !== null)
    throw redirect(importPath(language, returned.code, "periksa"), {
      status: 303,
      headers: flash(returned.tone, returned.text),
    });
  const { batch, repeated } = await receiveImport(app, actor, {
    ...sent,
    ...(chosen?.needsVillage === true && village !== "" ? { villageCode: village } : {}),
  });
  const headers = repeated ? flash("warn", t.repeated(batch.code)) : {};
  throw redirect(importPath(language, batch.code, ""), { status: 303, headers });
}

/** The kinds of file this office sends; throws `forbidden` when it sends none. */
function requireKinds(app: App, actor: Actor): readonly ImportKindOf[] {
  authorise(actor, "import.upload");
  const kinds = kindsSentBy(app, actor);
  if (kinds.length === 0) throw new AppError("forbidden", { permission: "import.upload", role: actor.role });
  return kinds;
}

function shownLimits(kind: ImportKind): { readonly bytes: number; readonly rows: number } {
  const { bytes, rows } = limitsFor(kind);
  return { bytes, rows };
}

const isPastable = (kind: ImportKind) => importFields[kind].size === "village";

function megabytes(language: Language, bytes: number): string {
  return formatNumber(language, bytes / 1024 / 1024);
}

export default function NewImportPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(importTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const errors = actionData?.errors;
  // Kinds with the same limit share one sentence.
  const limits = [...Map.groupBy(page.limits, ({ bytes, rows }) => `${bytes} ${rows}`).values()].map((same) =>
    t.fresh.limits(
      same.length === page.limits.length ? null : same.map(({ kind }) => t.kinds[kind]).join(", "),
      formatNumber(language, same[0]!.bytes / 1024 / 1024),
      formatNumber(language, same[0]!.rows),
    ),
  );
  const isSecured = page.kinds.some((kind) => importFields[kind].fields.includes("nik"));
  return (
    <Page
      title={page.title}
      lead={t.fresh.lead}
      narrow
      crumbs={[{ href: to("/impor"), label: t.title }, { label: page.title }]}
    >
      <ErrorSummary errors={errors} />
      <Form method="post" encType="multipart/form-data" className="form" noValidate reloadDocument>
        <OperationField id={page.operation} />
        {page.kinds.length > 1 && (
          <Choices
            name="jenis"
            label={t.fresh.kind}
            options={page.kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            value={actionData?.kind ?? page.kinds[0]}
            error={errors?.["jenis"]}
          />
        )}
        {page.villages.length > 0 && (
          <SelectField
            name="desa"
            label={t.fresh.village}
            hint={t.fresh.villageHint}
            defaultValue={actionData?.village ?? ""}
            error={errors?.["desa"]}
            options={[
              { value: "", label: t.fresh.chooseVillage },
              ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
        {page.ownVillage !== null && <p>{t.fresh.ownVillage(page.ownVillage)}</p>}
        <FileField
          name="berkas"
          label={t.fresh.file}
          hint={t.fresh.fileHint(limits.join(" "))}
          accept=".xlsx,.ods,.csv,.tsv,.txt"
          error={errors?.["berkas"]}
        />
        {page.kinds.some(isPastable) && (
          <PasteField text={actionData?.pasted ?? ""} error={errors?.["tempelan"]} />
        )}
        {isSecured && <Notice>{t.fresh.textFormat}</Notice>}
        <div>
          <Button>{t.fresh.submit}</Button>
        </div>
      </Form>
      <p className="quiet">{t.fresh.kept}</p>
      <TemplateLinks kinds={page.kinds} />
    </Page>
  );
}
