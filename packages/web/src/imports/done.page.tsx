import { data, Form, redirect } from "react-router";
import { addDays, jakartaDate } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { compareWithLast } from "@tuwai/server/comparison";
import { getRowFates, listUndoObstacles } from "@tuwai/server/import-review";
import { isOfSender, undoDays, undoImport } from "@tuwai/server/imports";
import { kindsSentBy } from "@tuwai/server/intake";
import { AbsentCard, keepAbsences } from "#comparison";
import { flash, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { formatDate, formatInstant, formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { importTexts } from "#language/imports.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  type FormErrors,
  Notice,
} from "#ui";
import type { Route } from "./+types/done.page";
import { Equation } from "./equation.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { clearTheWay } from "./clear-the-way.ts";
import { RowFatesCard } from "./row-fates.tsx";
import { type ShownObstacles, UndoObstaclesCard } from "./undo-obstacles.tsx";
import { importPath, loadImport } from "./load-import.ts";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const workLists = new Set<string>(["village-list", "village-officers"]);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, language, batch, shown } = await loadImport(args, "selesai");
  const t = importStepTexts[language].done;
  const lastDay = addDays(jakartaDate(batch.appliedAt.getTime()), undoDays);
  return {
    title: batch.state === "undone" ? t.undoneTitle : t.title,
    batch: shown,
    fates: await getRowFates(app, actor, { batchId: batch.id }),
    comparison: await compareWithLast(app, actor, { batchId: batch.id }),
    today: app.clock.today(),
    appliedAt: formatInstant(language, batch.appliedAt),
    undoUntil: formatDate(language, lastDay),
    isUndoOver: app.clock.today() > lastDay,
    mayUndo: shown.mayWork && may(actor, "import.undo"),
    obstacles: await obstaclesOf(app, actor, batch.id),
    mayPropose: may(actor, "list_decision.propose"),
    mayMend: shown.mayWork && isOfSender(actor, batch),
    mayUpload: may(actor, "import.upload") && kindsSentBy(app, actor).length > 0,
    isWorkList: workLists.has(batch.kind),
    seesWorkers: may(actor, "worker.list"),
    operation: app.newId(),
    absentOperation: app.newId(),
  };
}

/** Nothing where nothing stands in the way. */
async function obstaclesOf(app: App, actor: Actor, batchId: string): Promise<ShownObstacles | null> {
  const found = may(actor, "import.undo") ? await listUndoObstacles(app, actor, { batchId }) : null;
  if (found === null || (found.lists.length === 0 && found.enrolled.length === 0)) return null;
  return { ...found, lists: found.lists.map((list) => ({ ...list, operation: app.newId() })) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "selesai");
  const t = importStepTexts[language].done;
  const form = await args.request.formData();
  if (formText(form, "aksi") === "tidak-ada") {
    const kept = await keepAbsences(app, actor, { form, language, batchId: batch.id });
    if ("errors" in kept) return data({ errors: kept.errors }, 422);
    throw redirect(importPath(language, batch.code, "selesai"), {
      status: 303,
      headers: flash("ok", kept.done),
    });
  }
  const cleared = await clearTheWay(app, actor, { form, language });
  if (cleared !== null && "stale" in cleared) {
    const stale: FormErrors = { "": cleared.stale };
    return data({ errors: stale }, 409);
  }
  if (cleared !== null)
    throw redirect(importPath(language, batch.code, "selesai"), {
      status: 303,
      headers: flash("ok", cleared.done),
    });
  const answer = await undoImport(app, actor, {
    operationId: readOperationId(form, app),
    batchId: batch.id,
  });
  if (answer.outcome === "refused") {
    const say = t.undoRefused[answer.reason as keyof typeof t.undoRefused];
    const errors: FormErrors = { "": say(formatNumber(language, answer.count)) };
    return data({ errors }, 409);
  }
  throw redirect(importPath(language, batch.code, "selesai"), {
    status: 303,
    headers: flash("ok", t.undone),
  });
}

export default function DonePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(importStepTexts).done;
  const facts = useTexts(importTexts).facts;
  const language = useLanguage();
  const { batch } = page;
  const isUndone = batch.state === "undone";
  const saved = batch.counts.detail.applied + batch.counts.detail.unchanged;
  return (
    <ImportFrame
      batch={batch}
      title={page.title}
      lead={isUndone ? t.undoneLead : t.lead(formatNumber(language, saved))}
      step="done"
    >
      <ErrorSummary errors={actionData?.errors} />
      <Card title={t.receipt}>
        <DescriptionList
          facts={[
            { name: facts.code, value: <strong>{batch.code}</strong> },
            { name: t.at, value: page.appliedAt },
          ]}
        />
        <Equation counts={batch.counts} />
      </Card>
      {!isUndone && page.fates !== null && (
        <RowFatesCard
          fates={page.fates}
          counts={batch.counts}
          code={batch.code}
          linksWorkers={page.seesWorkers}
        />
      )}
      {!isUndone && page.comparison !== null && page.comparison.counts.toAsk > 0 && (
        <AbsentCard
          comparison={page.comparison}
          operation={page.absentOperation}
          today={page.today}
          errors={actionData?.errors}
        />
      )}
      {!isUndone && <Next page={page} />}
      {!isUndone && page.mayUndo && !page.isUndoOver && page.obstacles !== null && (
        <UndoObstaclesCard obstacles={page.obstacles} mayPropose={page.mayPropose} />
      )}
      {!isUndone && page.mayUndo && <Undo page={page} />}
    </ImportFrame>
  );
}

type Props = { readonly page: Route.ComponentProps["loaderData"] };

function Next({ page }: Props) {
  const t = useTexts(importStepTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const repair = page.batch.counts.repair;
  return (
    <Card title={t.done.next}>
      {page.isWorkList && page.fates === null && <p>{t.done.linking}</p>}
      {repair > 0 && <Notice tone="warn">{t.done.repairLeft(formatNumber(language, repair))}</Notice>}
      <Actions>
        {repair > 0 && (
          <ButtonLink href={to(`/impor/${page.batch.code}/periksa`)}>
            {page.mayMend ? t.check.mend(formatNumber(language, repair)) : t.check.title}
          </ButtonLink>
        )}
        {page.isWorkList && page.seesWorkers && (
          <ButtonLink look={repair > 0 ? "plain" : "main"} href={to("/pekerja")}>
            {t.done.nextWorkers}
          </ButtonLink>
        )}
        {page.mayUpload && (
          <ButtonLink look="plain" href={to("/impor/baru")}>
            {t.done.nextUpload}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

function Undo({ page }: Props) {
  const t = useTexts(importStepTexts).done;
  if (page.isUndoOver) return <p className="quiet">{t.undoOver}</p>;
  return (
    <Disclosure summary={t.undo}>
      <Form method="post" className="stack">
        <OperationField id={page.operation} />
        <p>{t.undoWhat(page.undoUntil)}</p>
        <div>
          <Button look="danger">{t.undo}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}
