import { data, Form, redirect } from "react-router";
import { getWorkEvidence } from "@tuwai/server/work-evidence";
import { accountTexts } from "#language/accounts.ts";
import { shortDayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { workEvidenceTexts } from "#language/work-evidence.ts";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import {
  Button,
  Card,
  Choices,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Page,
  Tag,
  TextField,
  optionsOf,
} from "#ui";
import type { Route } from "./+types/work-evidence.page";
import { answerEvidence } from "./answer-evidence.ts";

export const handle: Handle = { access: "worker.evidence.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const found = await getWorkEvidence(app, actor, { personCode: params.kode });
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${workEvidenceTexts[languageOf(new URL(request.url).pathname)].title} ${found.person.code ?? ""}`,
    ...found,
    evidence: found.evidence.map((row) => ({ ...row, operation: app.newId() })),
    today: app.clock.today(),
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await answerEvidence(...forUseCase(context), { form, personCode: params.kode, language });
  if ("errors" in answer) return data(answer, 422);
  const to = localPath(language, `/pekerja/${params.kode}/bukti-kerja`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.done) });
}

export default function WorkEvidencePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(workEvidenceTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const code = page.person.code ?? "";
  const sources = page.sources.map(({ kind, code: list, at }) =>
    kind === "list"
      ? t.sources.list(list ?? "", shortDayOf(language, at))
      : t.sources.correction(shortDayOf(language, at)),
  );
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
      <DescriptionList
        facts={[
          ...(page.occupation === undefined
            ? []
            : [{ name: t.occupation, value: page.occupation ?? t.unknown }]),
          ...(sources.length === 0 ? [] : [{ name: t.saidBy, value: sources.join("; ") }]),
        ]}
      />
      <ErrorSummary errors={actionData?.errors} />
      {page.mayAdd && <EvidenceForm page={page} sent={actionData?.sent} errors={actionData?.errors} />}
      {page.evidence.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Card title={t.list}>
          {page.evidence.map((row) => (
            <Evidence key={row.id} row={row} mayUndo={page.mayAdd} />
          ))}
        </Card>
      )}
    </Page>
  );
}

type Loaded = Route.ComponentProps["loaderData"];
type FormProps = {
  readonly page: Loaded;
  readonly sent: Readonly<Record<"bukti" | "tanggal", string>> | undefined;
  readonly errors: FormErrors | undefined;
};

function EvidenceForm({ page, sent, errors }: FormProps) {
  const t = useTexts(workEvidenceTexts);
  return (
    <Form method="post" className="form" noValidate>
      <OperationField id={page.operation} />
      <Choices
        name="bukti"
        label={t.kind}
        options={optionsOf(t.kinds)}
        value={sent?.bukti}
        error={errors?.["bukti"]}
      />
      <TextField
        name="terlihat"
        label={t.shows}
        hint={t.showsHint}
        autoComplete="off"
        error={errors?.["terlihat"]}
      />
      <TextField
        name="simpanan"
        label={t.reference}
        hint={t.referenceHint}
        autoComplete="off"
        error={errors?.["simpanan"]}
      />
      <TextField
        name="tanggal"
        type="date"
        width="middle"
        label={t.seenOn}
        max={page.today}
        defaultValue={sent?.tanggal ?? page.today}
        error={errors?.["tanggal"]}
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </Form>
  );
}

function Evidence({ row, mayUndo }: { readonly row: Loaded["evidence"][number]; readonly mayUndo: boolean }) {
  const t = useTexts(workEvidenceTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  return (
    <div className="stack">
      <p>
        <strong>{t.kinds[row.kind]}</strong>, {formatDate(language, row.seenOn)}: {row.shows}{" "}
        {row.undoneAt !== null && <Tag status="waiting">{t.isUndone}</Tag>}
      </p>
      {row.reference !== null && <p>{row.reference}</p>}
      <p className="quiet small">
        {t.recorded(shortDayOf(language, row.recordedAt), roles[row.recordedRole])}
      </p>
      {mayUndo && row.undoneAt === null && (
        <form method="post">
          <OperationField id={row.operation} />
          <Button look="plain" small name="urungkan" value={row.id}>
            {t.undo}
          </Button>
        </form>
      )}
    </div>
  );
}
