import type { ReactElement } from "react";
import { Form, redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { discardImport } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  flash,
  forUseCase,
  KeepLooking,
  OperationField,
  pageMeta,
  readOperationId,
  type Handle,
} from "#shell";
import { Actions, Button, ButtonLink, Card, DescriptionList, Disclosure, Notice, Progress } from "#ui";
import type { Route } from "./+types/import.page";
import { ImportFrame } from "./import-frame.tsx";
import { importPath, loadImport, type ShownImport } from "./load-import.ts";
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
    operation: forUseCase(args.context)[0].newId(),
  };
}

/** Sets the file aside, also while it is being read. */
export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "");
  const form = await args.request.formData();
  await discardImport(app, actor, { operationId: readOperationId(form, app), batchId: batch.id });
  const headers = flash("ok", importStepTexts[language].review.discarded);
  throw redirect(importPath(language, batch.code, ""), { status: 303, headers });
}

export default function ImportPage({ loaderData: page }: Route.ComponentProps) {
  const { batch, said, mayAgain, operation } = page;
  if (batch.state === "refused" && said !== null)
    return <Refused batch={batch} said={said} mayAgain={mayAgain} operation={operation} />;
  if (batch.state === "discarded") return <Discarded batch={batch} mayAgain={mayAgain} />;
  return <Running batch={batch} operation={operation} />;
}

type Shown = { readonly batch: ShownImport };
type Open = Shown & { readonly operation: string };

function Running({ batch, operation }: Open): ReactElement {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const total = batch.progress?.total ?? null;
  const done = batch.progress?.done ?? 0;
  const isApplying = batch.state === "applying";
  const isStopped = batch.progress?.stage === "stopped";
  return (
    <ImportFrame batch={batch} title={t.states[batch.state]} step={isApplying ? "done" : "check"}>
      <KeepLooking seconds={2} />
      <Card>
        <p>{isStopped ? t.running.stopped : isApplying ? t.running.applying : t.running.reading}</p>
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
        {!isStopped && <p className="quiet">{t.running.stay}</p>}
        <Actions>
          <ButtonLink look="plain" href="">
            {t.running.reload}
          </ButtonLink>
        </Actions>
      </Card>
      {batch.state === "received" && batch.mayWork && <SetAside operation={operation} />}
    </ImportFrame>
  );
}

function SetAside({ operation }: { readonly operation: string }): ReactElement {
  const t = useTexts(importStepTexts).review;
  return (
    <Disclosure summary={t.discard}>
      <Form method="post" className="stack">
        <OperationField id={operation} />
        <p>{t.discardWhat}</p>
        <div>
          <Button look="plain">{t.discard}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}

type Ended = Shown & { readonly mayAgain: boolean };

function Refused({
  batch,
  said,
  mayAgain,
  operation,
}: Ended & Open & { readonly said: SaidIssue }): ReactElement {
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
      {batch.mayWork && <SetAside operation={operation} />}
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
