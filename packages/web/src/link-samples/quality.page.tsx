import { jakartaDate } from "@tuwai/domain/time";
import { drawLinkSample, listLinkSamples } from "@tuwai/server/link-samples";
import { data, redirect } from "react-router";
import { formatNumber, formatPercent } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { linkingTexts } from "#language/linking.ts";
import { linkSampleTexts } from "#language/link-samples.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ButtonLink, Card, Disclosure, Notice, Page } from "#ui";
import type { Route } from "./+types/quality.page";
import { SampleCard } from "./sample-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "link_review.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(linkSampleTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { samples, open } = await listLinkSamples(app, actor);
  return {
    open,
    operation: app.newId(),
    samples: samples.map(({ drawnAt, filledAt, ...sample }) => ({
      ...sample,
      isFilled: filledAt !== null,
      on: jakartaDate(drawnAt.getTime()),
    })),
  };
}

/** The only thing done here: a new sample is asked for. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname } = new URL(request.url);
  const t = linkSampleTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  const operationId = readOperationId(await request.formData(), app);
  const answer = await drawLinkSample(app, actor, { operationId });
  if (answer.outcome === "refused") return data({ error: t.refusedDraw }, 422);
  throw redirect(pathname, { status: 303, headers: flash("ok", t.drawn) });
}

const mostOfBand = 30;

export default function QualityPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(linkSampleTexts);
  const back = useTexts(linkingTexts).quality.title;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Page
      title={useFinding(page)}
      lead={t.lead}
      crumbs={[{ href: to("/padan"), label: back }, { label: t.title }]}
      actions={
        page.open > 0 && (
          <ButtonLink href={to("/padan/mutu/jawab")}>{t.toAnswer(number(page.open))}</ButtonLink>
        )
      }
    >
      {actionData !== undefined && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      {page.samples.map((sample) => (
        <SampleCard key={sample.id} sample={sample} />
      ))}
      <Card title={t.draw}>
        <p>{t.drawLead(number(mostOfBand))}</p>
        <form method="post">
          <OperationField id={page.operation} />
          <Button look="plain">{t.draw}</Button>
        </form>
      </Card>
      <Disclosure summary={t.how}>
        {t.howText.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Disclosure>
    </Page>
  );
}

function useFinding({ samples, open }: Route.ComponentProps["loaderData"]): string {
  const t = useTexts(linkSampleTexts).finding;
  const language = useLanguage();
  const measured = samples.find(({ precision }) => precision !== null)?.precision;
  const percent = (share: number) => formatPercent(language, share * 100);
  if (measured) return t.measured(percent(measured.share), percent(measured.low), percent(measured.high));
  if (open > 0) return t.waiting(formatNumber(language, open));
  return samples.some(({ isFilled }) => !isFilled) ? t.drawing : t.none;
}
