import { data, Form, redirect } from "react-router";
import { compareWithLast } from "@tuwai/server/comparison";
import { may, jurisdictionOf } from "@tuwai/server/access";
import { applyImport, discardImport, isOfSender, needsApproval, waitingRows } from "@tuwai/server/imports";
import { ComparisonCard, keepAbsences } from "#comparison";
import { flash, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, Button, ButtonLink, Card, Disclosure, ErrorSummary, Notice } from "#ui";
import type { Route } from "./+types/review.page";
import { Equation, ImportFrame, importPath, loadImport } from "#imports";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, language, batch, shown } = await loadImport(args, "tinjau");
  return {
    title: importStepTexts[language].review.title,
    batch: shown,
    needsSecond: needsApproval(app, batch),
    comparison: await compareWithLast(app, actor, { batchId: batch.id }),
    today: app.clock.today(),
    waiting: waitingRows(batch.counts),
    isUploader: actor.userId === batch.uploadedBy,
    mayMend: shown.mayWork && isOfSender(actor, batch),
    isOfVillage: jurisdictionOf(batch.uploadedRole) === "village",
    mayApprove: may(actor, "import.approve") && actor.userId !== batch.uploadedBy,
    operations: { save: app.newId(), discard: app.newId(), absent: app.newId() },
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "tinjau");
  const t = importStepTexts[language].review;
  const form = await args.request.formData();
  const operationId = readOperationId(form, app);
  const version = Number(formText(form, "versi"));
  const input = { operationId, batchId: batch.id, version };
  if (formText(form, "aksi") === "tidak-ada") {
    const answer = await keepAbsences(app, actor, { form, language, batchId: batch.id });
    if ("errors" in answer) return data(answer, 422);
    throw redirect(importPath(language, batch.code, "tinjau"), done(answer.done));
  }
  if (formText(form, "aksi") === "sisihkan") {
    await discardImport(app, actor, input);
    throw redirect(importPath(language, batch.code, ""), done(t.discarded));
  }
  const { state } = await applyImport(app, actor, input);
  throw state === "applying"
    ? redirect(importPath(language, batch.code, ""), done(t.saved))
    : redirect(importPath(language, batch.code, "tinjau"), done(t.asked));
}

function done(text: string): ResponseInit {
  return { status: 303, headers: flash("ok", text) };
}

export default function ReviewPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(importStepTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { batch } = page;
  const number = (value: number): string => formatNumber(language, value);
  const { counts } = batch;
  const base = to(`/impor/${batch.code}`);
  return (
    <ImportFrame batch={batch} title={page.title} lead={t.review.lead} step="review">
      <ErrorSummary errors={actionData?.errors} />
      {page.comparison !== null && (
        <ComparisonCard
          comparison={page.comparison}
          operation={page.operations.absent}
          today={page.today}
          errors={actionData?.errors}
        />
      )}
      <Card>
        <p>{t.review.will(number(page.waiting), number(counts.repair), number(counts.skipped))}</p>
        <Equation counts={counts} />
        {batch.state === "awaiting-approval" ? <Waiting page={page} /> : <Decide page={page} />}
        <Actions>
          <ButtonLink look={page.waiting > 0 ? "plain" : "main"} href={`${base}/periksa`}>
            {counts.repair > 0 && page.mayMend ? t.check.mend(number(counts.repair)) : t.check.title}
          </ButtonLink>
          {batch.state === "checked" && batch.mayWork && (
            <ButtonLink look="plain" href={`${base}/kolom`}>
              {t.columns.change}
            </ButtonLink>
          )}
        </Actions>
      </Card>
      {batch.mayWork && batch.counts.accepted === page.waiting && <Discard page={page} />}
    </ImportFrame>
  );
}

type Props = { readonly page: Route.ComponentProps["loaderData"] };

function Decide({ page }: Props) {
  const t = useTexts(importStepTexts).review;
  const language = useLanguage();
  const { batch } = page;
  const shown = formatNumber(language, page.waiting);
  if (!batch.mayWork) return <Notice>{t.readOnly}</Notice>;
  if (page.waiting === 0) return <Notice tone="warn">{t.nothing}</Notice>;
  return (
    <Form method="post" className="stack">
      <OperationField id={page.operations.save} />
      <input type="hidden" name="versi" value={batch.version} />
      {page.needsSecond && <p className="quiet">{t.askWhy}</p>}
      <div>
        <Button name="aksi" value="simpan">
          {page.needsSecond ? t.ask(shown) : t.save(shown)}
        </Button>
      </div>
    </Form>
  );
}

function Waiting({ page }: Props) {
  const t = useTexts(importStepTexts).review;
  const to = useLocalPath();
  return (
    <>
      <Notice title={t.waiting}>
        {page.isUploader ? `${t.waitingOwn} ` : ""}
        {page.isOfVillage ? t.waitingVillage : t.waitingCity}
      </Notice>
      {page.mayApprove && (
        <Actions>
          <ButtonLink href={to(`/impor/${page.batch.code}/setujui`)}>{t.approve}</ButtonLink>
        </Actions>
      )}
    </>
  );
}

function Discard({ page }: Props) {
  const t = useTexts(importStepTexts).review;
  return (
    <Disclosure summary={t.discard}>
      <Form method="post" className="stack">
        <OperationField id={page.operations.discard} />
        <input type="hidden" name="versi" value={page.batch.version} />
        <p>{t.discardWhat}</p>
        <div>
          <Button look="danger" name="aksi" value="sisihkan">
            {t.discard}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
