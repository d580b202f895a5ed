import { useEffect, type ReactElement } from "react";
import { useRevalidator } from "react-router";
import { may } from "@tuwai/server/access";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, ButtonLink, Card, DescriptionList, Notice, Progress } from "#ui";
import type { Route } from "./+types/import.page";
import { ImportFrame } from "./import-frame.tsx";
import { loadImport, type ShownImport } from "./load-import.ts";
import { sayIssue, type SaidIssue } from "./say-issue.ts";

/** Looks again by itself while a file is being read or saved. */
export const handle: Handle = { access: "import.read_report", hydrate: true };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader(args: Route.LoaderArgs) {
  const { language, shown, villageName } = await loadImport(args, "");
  const { refusal, state } = shown;
  const t = importTexts[language];
  return {
    title: state === "refused" ? t.refused.title : t.states[state],
    batch: shown,
    mayAgain: may(forUseCase(args.context)[1], "import.send"),
    said: refusal === null ? null : sayIssue(language, refusal, villageName),
  };
}

export default function ImportPage({ loaderData: page }: Route.ComponentProps) {
  const { batch, said, mayAgain } = page;
  if (batch.state === "refused" && said !== null)
    return <Refused batch={batch} said={said} mayAgain={mayAgain} />;
  if (batch.state === "discarded") return <Discarded batch={batch} mayAgain={mayAgain} />;
  return <Running batch={batch} />;
}

type Shown = { readonly batch: ShownImport };

function Running({ batch }: Shown): ReactElement {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const total = batch.progress?.total ?? null;
  const done = batch.progress?.done ?? 0;
  const isApplying = batch.state === "applying";
  return (
    <ImportFrame batch={batch} title={t.states[batch.state]} step={isApplying ? "done" : "check"}>
      <KeepLooking />
      <Card>
        <p>{isApplying ? t.running.applying : t.running.reading}</p>
        {total !== null ? (
          <Progress
            label={t.running.label}
            done={done}
            total={total}
            text={t.running.rowsOf(number(done), number(total))}
          />
        ) : (
          done > 0 && <p>{t.running.rows(number(done))}</p>
        )}
        <p className="quiet">{t.running.stay}</p>
        <Actions>
          <ButtonLink look="plain" href="">
            {t.running.reload}
          </ButtonLink>
        </Actions>
      </Card>
    </ImportFrame>
  );
}

const lookAgainMillis = 2_000;

/** With scripts the page asks anew; without them the browser loads it again. */
function KeepLooking(): ReactElement {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), lookAgainMillis);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}

type Ended = Shown & { readonly mayAgain: boolean };

function Refused({ batch, said, mayAgain }: Ended & { readonly said: SaidIssue }): ReactElement {
  const t = useTexts(importTexts).refused;
  const to = useLocalPath();
  return (
    <ImportFrame batch={batch} title={t.title} step="file">
      <Notice tone="err">{said.problem}</Notice>
      <Card>
        <DescriptionList facts={[{ name: t.todo, value: said.repair }]} />
        <p>{t.safe}</p>
        {mayAgain && (
          <Actions>
            <ButtonLink href={to("/impor/baru")}>{t.again}</ButtonLink>
          </Actions>
        )}
      </Card>
    </ImportFrame>
  );
}

function Discarded({ batch, mayAgain }: Ended): ReactElement {
  const t = useTexts(importStepTexts);
  const texts = useTexts(importTexts);
  const to = useLocalPath();
  return (
    <ImportFrame batch={batch} title={t.done.discardedTitle} step="file">
      <Notice>{t.review.discarded}</Notice>
      {mayAgain && (
        <Actions>
          <ButtonLink href={to("/impor/baru")}>{texts.refused.again}</ButtonLink>
        </Actions>
      )}
    </ImportFrame>
  );
}
