import { data, Form, redirect } from "react-router";
import { correctionTexts } from "#language/corrections.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Button, Choices, ErrorSummary, type FormErrors, Page, SelectField, TextField, optionsOf } from "#ui";
import type { Route } from "./+types/new-worker.page";
import { answerNewWorker } from "./answer-new-worker.ts";
import { formNames } from "./field-names.ts";
import { LikelyList } from "./likely-list.tsx";
import { NewFields } from "./new-fields.tsx";
import { ToldHow } from "./told-how.tsx";

export const handle: Handle = { access: "worker.create" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const villages = await listVillageNames(app, actor);
  return {
    title: correctionTexts[languageOf(new URL(request.url).pathname)].adding.title,
    ownVillage: actor.scope ?? null,
    villages: actor.scope === undefined ? villages : [],
    today: app.clock.today(),
    operation: app.newId(),
  };
}

/** The search is a form that is sent, not an address: names and numbers stand in no history. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerNewWorker(...forUseCase(context), { form, language });
  if ("personCode" in answer)
    throw redirect(localPath(language, `/pekerja/${answer.personCode}`), {
      status: 303,
      headers: flash("ok", correctionTexts[language].adding.added),
    });
  return data(answer, { status: Object.keys(answer.errors).length > 0 ? 422 : 200 });
}

export default function NewWorkerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(correctionTexts);
  const a = t.adding;
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const answer = actionData !== undefined && "errors" in actionData ? actionData : undefined;
  const isSearched = answer?.likely !== null && answer !== undefined;
  return (
    <Page
      title={page.title}
      lead={a.lead}
      narrow
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: page.title }]}
    >
      <ErrorSummary errors={answer?.errors} />
      {isSearched && <LikelyList likely={answer.likely ?? []} />}
      <Form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        {page.villages.length > 0 ? (
          <SelectField
            name="desa"
            label={a.village}
            options={[
              { value: "", label: "" },
              ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            defaultValue={answer?.sent["desa"]}
            error={answer?.errors["desa"]}
          />
        ) : (
          <input type="hidden" name="desa" value={page.ownVillage ?? ""} />
        )}
        {isSearched ? (
          <Whole today={page.today} sent={answer.sent} errors={answer.errors} likely={answer.likely ?? []} />
        ) : (
          <Search sent={answer?.sent} errors={answer?.errors} />
        )}
      </Form>
    </Page>
  );
}

type Filled = {
  readonly sent?: Readonly<Record<string, string>> | undefined;
  readonly errors?: FormErrors | undefined;
};

function Search({ sent, errors }: Filled) {
  const t = useTexts(correctionTexts);
  return (
    <>
      {(["name", "birthDate", "nik"] as const).map((field) => (
        <TextField
          key={field}
          name={formNames[field]}
          label={t.fields[field]}
          hint={field === "birthDate" ? t.hints.date : field === "nik" ? t.adding.nikHint : undefined}
          autoComplete="off"
          {...(field === "nik" ? { inputMode: "numeric" as const } : {})}
          defaultValue={sent?.[formNames[field]] ?? ""}
          error={errors?.[formNames[field]]}
        />
      ))}
      <div>
        <Button name="aksi" value="cari">
          {t.adding.search}
        </Button>
      </div>
    </>
  );
}

function Whole({
  today,
  sent,
  errors,
  likely,
}: Filled & { readonly today: string; readonly likely: readonly unknown[] }) {
  const t = useTexts(correctionTexts);
  const a = t.adding;
  return (
    <>
      <NewFields sent={sent} errors={errors} />
      <ToldHow today={today} sent={sent} errors={errors} />
      <Choices
        name="persetujuan"
        label={a.consent}
        hint={a.consentHint}
        options={optionsOf(a.consents)}
        value={sent?.["persetujuan"]}
        error={errors?.["persetujuan"]}
      />
      {likely.length > 0 && (
        <Choices
          name="orang-lain"
          label={a.else}
          several
          options={[{ value: "ya", label: a.elseYes }]}
          value={sent?.["orang-lain"]}
          error={errors?.["orang-lain"]}
        />
      )}
      <div>
        <Button name="aksi" value="simpan">
          {a.submit}
        </Button>
      </div>
    </>
  );
}
