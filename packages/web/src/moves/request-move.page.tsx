import { data, Form, redirect } from "react-router";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { getMovesOf, moveDocuments, type MoveReason, requestMove } from "@tuwai/server/moves";
import { shortDayOf } from "#language/day-of.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { moveTexts } from "#language/moves.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames, villageNamer } from "#regions";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, ErrorSummary, type FormErrors, Page, SelectField, TextField, optionsOf } from "#ui";
import type { Route } from "./+types/request-move.page";

export const handle: Handle = { access: "worker.move_request" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const found = await getMovesOf(app, actor, { personCode: params.kode });
  const villages = await listVillageNames(app, actor);
  const nameOf = await villageNamer(app, actor);
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${moveTexts[languageOf(new URL(request.url).pathname)].title} ${found.person.code ?? ""}`,
    person: found.person,
    village: nameOf(found.villageCode) ?? "",
    villages: villages.filter(({ code }) => code !== found.villageCode),
    moves: found.moves.map((move) => ({
      ...move,
      from: nameOf(move.fromVillageCode) ?? "",
      to: nameOf(move.toVillageCode) ?? "",
    })),
    isOpen: found.moves.some(({ state }) => ["asked", "handed-over", "accepted"].includes(state)),
    isOwn: actor.scope !== undefined,
    today: app.clock.today(),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await ask(...forUseCase(context), { form, personCode: params.kode, language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/pindah"), { status: 303, headers: flash("ok", answer.done) });
}

const fieldOf: Readonly<Record<MoveReason, string>> = {
  "without-day": "tanggal",
  "in-the-future": "tanggal",
  "without-document": "dasar",
  "unknown-village": "desa",
  "same-village": "desa",
  died: "",
  "moved-away": "",
  "already-asked": "",
  "on-open-list": "",
};

type Sent = { readonly form: FormData; readonly personCode: string; readonly language: Language };
type Answer = { readonly done: string } | { readonly errors: FormErrors; readonly sent: SentBack };
type SentBack = Readonly<Record<"desa" | "tanggal" | "dasar", string>>;

async function ask(app: App, actor: Actor, { form, personCode, language }: Sent): Promise<Answer> {
  const t = moveTexts[language];
  const sent: SentBack = {
    desa: formText(form, "desa"),
    tanggal: formText(form, "tanggal"),
    dasar: formText(form, "dasar"),
  };
  const document = moveDocuments.find((known) => known === sent.dasar) ?? null;
  try {
    const answer = await requestMove(app, actor, {
      operationId: readOperationId(form, app),
      personCode,
      toVillageCode: sent.desa,
      movedOn: sent.tanggal,
      document,
      note: formText(form, "keterangan"),
    });
    if (answer.outcome === "asked") return { done: t.asked[answer.waitsFor] };
    return {
      errors: Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
      sent,
    };
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { keterangan: t.noteRefused }, sent };
    throw error;
  }
}

export default function RequestMovePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(moveTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const code = page.person.code ?? "";
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
      <p>{t.where(page.village)}</p>
      <ErrorSummary errors={actionData?.errors} />
      {page.isOpen ? (
        <p>{t.reasons["already-asked"]}</p>
      ) : (
        <MoveForm page={page} sent={actionData?.sent} errors={actionData?.errors} />
      )}
      {page.moves.length > 0 && (
        <Card title={t.underWay}>
          {page.moves.map(({ id, from, to: village, state, recordedAt }) => (
            <p key={id}>
              {t.way(from, village, shortDayOf(language, recordedAt))}: {t.states[state]}
            </p>
          ))}
          <p>
            <a href={to("/pindah")}>{t.listTitle}</a>
          </p>
        </Card>
      )}
    </Page>
  );
}

type FormProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly sent: SentBack | undefined;
  readonly errors: FormErrors | undefined;
};

function MoveForm({ page, sent, errors }: FormProps) {
  const t = useTexts(moveTexts);
  const none = { value: "", label: "" };
  return (
    <Form method="post" className="form" noValidate>
      <OperationField id={page.operation} />
      <SelectField
        name="desa"
        label={t.to}
        options={[none, ...page.villages.map(({ code, name }) => ({ value: code, label: name }))]}
        defaultValue={sent?.desa}
        error={errors?.["desa"]}
      />
      <TextField
        name="tanggal"
        type="date"
        width="middle"
        label={t.on}
        max={page.today}
        defaultValue={sent?.tanggal}
        error={errors?.["tanggal"]}
      />
      <SelectField
        name="dasar"
        label={t.document}
        options={[none, ...optionsOf(t.documents)]}
        defaultValue={sent?.dasar}
        error={errors?.["dasar"]}
      />
      <TextField
        name="keterangan"
        label={t.note}
        hint={t.noteHint}
        autoComplete="off"
        error={errors?.["keterangan"]}
      />
      <p className="quiet small">{t.next}</p>
      <div>
        <Button>{page.isOwn ? t.submitOwn : t.submitCity}</Button>
      </div>
    </Form>
  );
}
