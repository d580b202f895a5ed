import { isAppError, type Actor, type App } from "@tuwai/server/app";
import { receiveForm, type ReceivedForm } from "@tuwai/server/http";
import { expectResult, getBatch, mostResultBytes, takeResult } from "@tuwai/server/payroll";
import { data, redirect } from "react-router";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, receivedOperationId } from "#shell";
import { Actions, Button, EmptyState, ErrorSummary, FileField, type FormErrors, Page, TextField } from "#ui";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Route } from "./+types/result.page";
import { readDigits } from "./read-digits.ts";
import { sayProblems } from "./say-problems.ts";

export const handle: Handle = { access: "deduction_batch.confirm" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(payrollTexts[languageOf(location.pathname)].result.title);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { code, office, month, version, state, expectation } = await getBatch(app, actor, {
    payrollCode: params.kode,
  });
  const typed = { count: expectation?.mandates ?? null, sum: expectation?.rupiah ?? null };
  return { code, office, month, version, isLocked: state === "locked", typed, operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = payrollTexts[language].result;
  const [app, actor] = forUseCase(context);
  const { dataDir } = app.config;
  const options = { fileField: "berkas", dataDir, maxFileBytes: mostResultBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return refused({ berkas: t.errors.size }, 413);
  try {
    return await take({ app, actor, language, form, payrollCode: params.kode });
  } finally {
    await form.dispose();
  }
}

/** The form again, with what is wrong. */
const refused = (errors: FormErrors, status = 422) => data({ errors }, status);

type Sent = {
  readonly app: App;
  readonly actor: Actor;
  readonly language: Language;
  readonly form: ReceivedForm;
  readonly payrollCode: string;
};

/** What was typed is kept first, so that the file is held against it; then the file. */
async function take({ app, actor, language, form, payrollCode }: Sent) {
  const t = payrollTexts[language].result;
  const field = (name: string) => form.fields.get(name)?.trim() ?? "";
  const [count, sum] = [readDigits(field("pegawai")), readDigits(field("jumlah"))];
  const errors: FormErrors = {
    ...(count === null ? { pegawai: t.errors.count } : {}),
    ...(sum === null ? { jumlah: t.errors.sum } : {}),
    ...(form.file === null ? { berkas: t.errors.file } : {}),
  };
  if (count === null || sum === null || form.file === null) return refused(errors);
  const seen = { payrollCode, version: Number(field("versi")) };
  const says = { "": payrollTexts[language].batch.stale };
  try {
    await expectResult(app, actor, { operationId: app.newId(), ...seen, count, sum });
    const file = { fileName: form.file.name, path: form.file.path };
    const answer = await takeResult(app, actor, {
      operationId: receivedOperationId(form, app),
      ...seen,
      ...file,
    });
    if (answer.outcome === "refused") return refused({ berkas: sayProblems(answer, seen.version, language) });
    const said = answer.repeated
      ? t.takenBefore
      : t.taken(formatNumber(language, answer.count), formatRupiah(language, answer.sum));
    throw redirect(localPath(language, `/iuran/potongan/${encodeURIComponent(payrollCode)}`), {
      status: 303,
      headers: flash("ok", said),
    });
  } catch (error) {
    if (isAppError(error) && (error.code === "stale" || error.code === "conflict")) return refused(says, 409);
    throw error;
  }
}

export default function ResultPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payrollTexts);
  const to = useLocalPath();
  const r = t.result;
  const errors = actionData?.errors;
  return (
    <Page
      title={r.title}
      lead={r.lead}
      narrow
      crumbs={[
        { href: to("/iuran/potongan"), label: t.list.title },
        { href: to(`/iuran/potongan/${page.code}`), label: page.code },
        { label: r.title },
      ]}
    >
      {page.isLocked ? (
        <>
          <ErrorSummary errors={errors} />
          <form method="post" encType="multipart/form-data" className="form" noValidate>
            <OperationField id={page.operation} />
            <input type="hidden" name="versi" value={page.version} />
            <TextField
              name="pegawai"
              label={r.count}
              inputMode="numeric"
              autoComplete="off"
              width="short"
              defaultValue={page.typed.count ?? ""}
              error={errors?.["pegawai"]}
            />
            <TextField
              name="jumlah"
              label={r.sum}
              inputMode="numeric"
              autoComplete="off"
              width="middle"
              defaultValue={page.typed.sum ?? ""}
              error={errors?.["jumlah"]}
            />
            <FileField
              name="berkas"
              label={r.file}
              hint={r.fileHint}
              accept=".xlsx,.csv,.ods"
              error={errors?.["berkas"]}
            />
            <Actions>
              <Button>{r.send}</Button>
            </Actions>
          </form>
        </>
      ) : (
        <EmptyState title={r.notLocked} />
      )}
    </Page>
  );
}
