import { isAppError } from "@tuwai/server/app";
import { mostPaperBytes } from "@tuwai/server/files";
import { receiveForm } from "@tuwai/server/http";
import { attachMinutesScan, getMinutes, type ScanOutcome } from "@tuwai/server/minutes";
import { data, redirect } from "react-router";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, receivedOperationId } from "#shell";
import { Button, ErrorSummary, FileField, Page } from "#ui";
import type { Route } from "./+types/scan.page";
import { askedRevision } from "./asked-revision.ts";
import { toMinutes } from "./to-minutes.ts";

export const handle: Handle = { access: "minutes.write" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(minutesTexts[languageOf(location.pathname)].scan.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const asked = { meetingCode: params.kode, ...askedRevision(new URL(request.url).searchParams) };
  const { meeting, minutes } = await getMinutes(app, actor, asked);
  if (minutes === null) throw toMinutes(request, params.kode);
  const { id, version, number } = minutes;
  return { meeting, id, version, number, operation: app.newId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = minutesTexts[language].scan;
  const [app, actor] = forUseCase(context);
  const options = { fileField: "pindaian", dataDir: app.config.dataDir, maxFileBytes: mostPaperBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return data({ errors: { pindaian: t.size } }, 413);
  try {
    const answer = await attachMinutesScan(app, actor, {
      operationId: receivedOperationId(form, app),
      minutesId: form.fields.get("berita") ?? "",
      version: Number(form.fields.get("versi")),
      scan: form.file === null ? null : { path: form.file.path, fileName: form.file.name },
    });
    if (answer.outcome === "refused") return data({ errors: errorsOf(answer.reasons, language) }, 422);
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return data({ errors: { "": t.stale } }, 409);
    throw error;
  } finally {
    await form.dispose();
  }
  throw redirect(localPath(language, `/rakor/${params.kode}/berita-acara`), {
    status: 303,
    headers: flash("ok", t.saved),
  });
}

type Reasons = Extract<ScanOutcome, { outcome: "refused" }>["reasons"];

function errorsOf(reasons: Reasons, language: Language) {
  const t = minutesTexts[language].scan;
  const says = { "scan-missing": t.missing, "scan-kind": t.kind, "not-final": t.notFinal };
  return { pindaian: reasons.map((reason) => says[reason]).join(" ") };
}

export default function ScanPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(minutesTexts).scan;
  const to = useLocalPath();
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Page
      title={t.title}
      lead={t.lead}
      narrow
      crumbs={[
        { href: to(`/rakor/${page.meeting.code}`), label: page.meeting.title },
        { href: to(`/rakor/${page.meeting.code}/berita-acara`), label: page.number },
        { label: t.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="berita" value={page.id} />
        <input type="hidden" name="versi" value={page.version} />
        <FileField
          name="pindaian"
          label={t.file}
          hint={t.hint}
          accept=".pdf,image/jpeg,image/png,image/webp"
          error={errors["pindaian"]}
        />
        <div>
          <Button>{t.button}</Button>
        </div>
      </form>
    </Page>
  );
}
