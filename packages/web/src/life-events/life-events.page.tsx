import { data, Form, redirect } from "react-router";
import { listLifeEvents } from "@tuwai/server/life-events";
import { languageOf, localPath } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { peopleTexts } from "#language/people.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import {
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  type FormErrors,
  Page,
  SelectField,
  TextField,
  optionsOf,
} from "#ui";
import type { Route } from "./+types/life-events.page";
import { answerLifeEvent, type SentBack } from "./answer-life-event.ts";
import { askedKind, kindsNow } from "./kind-names.ts";
import { LifeEventList } from "./life-event-list.tsx";

export const handle: Handle = { access: "worker.life_event.record" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const found = await listLifeEvents(app, actor, { personCode: params.kode });
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${lifeEventTexts[languageOf(pathname)].title} ${found.person.code ?? ""}`,
    ...found,
    asked: askedKind(searchParams),
    kinds: kindsNow(found),
    today: app.clock.today(),
    operations: { record: app.newId(), undo: found.events.map(() => app.newId()) },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerLifeEvent(...forUseCase(context), { form, personCode: params.kode, language });
  if ("errors" in answer) return data(answer, 422);
  const to = localPath(language, `/pekerja/${params.kode}/peristiwa`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.done) });
}

export default function LifeEventsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(lifeEventTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const code = page.person.code ?? "";
  const errors = actionData?.errors;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[
        { href: to("/pekerja"), label: p.title },
        { href: to(`/pekerja/${code}`), label: page.person.name ?? code },
        { label: t.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <EventForm page={page} sent={actionData?.sent} errors={errors} />
      <LifeEventList events={page.events} mayUndo={page.mayUndo} operations={page.operations.undo} />
      <p>
        <a href={to(`/pekerja/${code}`)}>{t.back}</a>
      </p>
    </Page>
  );
}

type FormProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly sent: SentBack | undefined;
  readonly errors: FormErrors | undefined;
};

function EventForm({ page, sent, errors }: FormProps) {
  const t = useTexts(lifeEventTexts);
  return (
    <Form method="post" className="form" noValidate>
      <OperationField id={page.operations.record} />
      <Choices
        name="peristiwa"
        label={t.kind}
        options={optionsOf(t.kinds)}
        value={sent?.peristiwa ?? page.asked}
        error={errors?.["peristiwa"]}
      />
      <Disclosure summary={t.whatNext}>
        {page.kinds.map((kind) => (
          <p key={kind}>
            <strong>{t.kinds[kind]}:</strong> {t.change.next[kind]}
          </p>
        ))}
      </Disclosure>
      <TextField
        name="tanggal"
        type="date"
        width="middle"
        label={t.on}
        hint={t.onHint}
        max={page.today}
        defaultValue={sent?.tanggal}
        error={errors?.["tanggal"]}
      />
      {page.kinds.includes("died") && (
        <TextField
          name="kecelakaan"
          type="date"
          width="middle"
          label={t.accidentOn}
          hint={t.accidentHint}
          max={page.today}
          defaultValue={sent?.kecelakaan}
          error={errors?.["kecelakaan"]}
        />
      )}
      <SelectField
        name="dasar"
        label={t.document}
        options={[{ value: "", label: "" }, ...optionsOf(t.documents)]}
        defaultValue={sent?.dasar}
        error={errors?.["dasar"]}
      />
      <SelectField
        name="pemberi-kabar"
        label={t.toldBy}
        options={[{ value: "", label: "" }, ...optionsOf(t.tellers)]}
        defaultValue={sent?.["pemberi-kabar"]}
        error={errors?.["pemberi-kabar"]}
      />
      <TextField
        name="keterangan"
        label={t.note}
        hint={t.noteHint}
        autoComplete="off"
        error={errors?.["keterangan"]}
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </Form>
  );
}
