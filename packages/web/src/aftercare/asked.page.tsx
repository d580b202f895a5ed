import { listAskedSamples } from "@tuwai/server/aftercare";
import { data, redirect } from "react-router";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import { Button, ButtonLink, Card, Notice, Page } from "#ui";
import type { Route } from "./+types/asked.page";
import { actOnAsked } from "./act-on-asked.ts";
import { SampleSection } from "./sample-section.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "aftercare.ask" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const { waiting, askable, samples } = await listAskedSamples(app, actor);
  const nameOf = await villageNamer(app, actor);
  const { finding } = aftercareTexts[language].asked;
  return {
    title:
      samples.length === 0
        ? finding.none
        : waiting === 0
          ? finding.allAnswered
          : finding.waiting(formatNumber(language, waiting)),
    waiting,
    askable,
    operation: app.newId(),
    samples: samples.map((sample) => ({
      ...sample,
      families: sample.families.map((family) => ({
        ...family,
        village: nameOf(family.villageCode) ?? "",
        operations: { answer: app.newId(), look: app.newId() },
      })),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const answer = await actOnAsked(...forUseCase(context), { form: await request.formData(), language });
  if ("opened" in answer) return data(answer);
  if ("error" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/tanya-keluarga"), { status: 303, headers: flash("ok", answer.done) });
}

export default function AskedPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(aftercareTexts).asked;
  const to = useLocalPath();
  const failed = actionData !== undefined && "error" in actionData ? actionData : undefined;
  const notes = actionData !== undefined && "opened" in actionData ? actionData.opened : {};
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        page.waiting > 0 && (
          <ButtonLink look="plain" href={to("/tanya-keluarga/cetak")}>
            {t.print}
          </ButtonLink>
        )
      }
    >
      {failed !== undefined && (
        <Notice tone="err" announce>
          {failed.error}
        </Notice>
      )}
      <DrawCard page={page} />
      {page.samples.map((sample) => (
        <SampleSection key={sample.id} sample={sample} failed={failed} notes={notes} />
      ))}
    </Page>
  );
}

function DrawCard({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(aftercareTexts).asked;
  const language = useLanguage();
  const n = formatNumber(language, page.askable);
  return (
    <Card title={t.draw}>
      <p>{page.askable === 0 ? t.drawNone : t.drawLead(n)}</p>
      {page.askable > 0 && (
        <form method="post">
          <OperationField id={page.operation} />
          <input type="hidden" name="tindakan" value="tarik" />
          <Button look={page.waiting > 0 ? "plain" : "main"}>{t.drawSubmit(n)}</Button>
        </form>
      )}
    </Card>
  );
}
