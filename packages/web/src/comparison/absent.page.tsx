import { data, Form, redirect } from "react-router";
import { listUnknown, settleAbsence } from "@tuwai/server/comparison";
import { comparisonTexts } from "#language/comparison.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, NothingWaits, ErrorSummary, type FormErrors, Page, Pagination, readPage } from "#ui";
import type { Route } from "./+types/absent.page";
import { AbsenceRow } from "./absence-row.tsx";
import { sayRefusal } from "./keep-absences.ts";
import { absenceField, readAbsences } from "./read-absences.ts";

export const handle: Handle = { access: "worker.update" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const found = await listUnknown(app, actor, { page: readPage(searchParams) });
  return {
    title: comparisonTexts[languageOf(pathname)].absent.title,
    ...found,
    rows: found.rows.map((row) => ({ ...row, operation: app.newId() })),
    today: app.clock.today(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = comparisonTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const [absence] = readAbsences(form);
  const nothing: FormErrors = { "": t.empty };
  if (absence === undefined) return data({ errors: nothing }, 422);
  const operationId = readOperationId(form, app);
  const answer = await settleAbsence(app, actor, { operationId, ...absence });
  if (answer.outcome === "settled")
    throw redirect(pathname + search, {
      status: 303,
      headers: flash("ok", t.saved(formatNumber(language, 1))),
    });
  const errors: FormErrors = {
    [absenceField(absence.personCode, "tanggal")]: sayRefusal(language, answer.reasons),
  };
  return data({ errors }, 422);
}

export default function AbsentPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(comparisonTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const language = useLanguage();
  return (
    <Page
      title={page.title}
      lead={t.absent.lead}
      narrow
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: page.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      {page.rows.length === 0 && <NothingWaits title={t.absent.none} fills={t.absent.fills} />}
      {page.rows.map((row) => (
        <Card key={row.code} title={`${row.name} · ${row.code}`}>
          <p className="quiet small">
            {[row.birthDate && formatDate(language, row.birthDate), row.address].filter(Boolean).join(" · ")}
          </p>
          <Form method="post" className="form" noValidate>
            <OperationField id={row.operation} />
            <input type="hidden" name="orang" value={row.code} />
            <AbsenceRow
              code={row.code}
              label={t.answer(row.name)}
              dateLabel={t.on(row.name)}
              today={page.today}
              errors={actionData?.errors}
            />
            <div>
              <Button>{t.submit}</Button>
            </div>
          </Form>
        </Card>
      ))}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}
