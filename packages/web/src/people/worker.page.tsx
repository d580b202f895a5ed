import { redirect } from "react-router";
import { may } from "@tuwai/server/access";
import { explainPersonCover } from "@tuwai/server/cover";
import { unlink } from "@tuwai/server/link-review";
import { getWorker, type WorkerDetail, workerHistory, type WorkerStage } from "@tuwai/server/workers";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { workerTexts } from "#language/worker.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, readOperationId, type Handle } from "#shell";
import { Card, Page } from "#ui";
import type { Route } from "./+types/worker.page";
import { CoverClock } from "./cover-clock.tsx";
import { Eligibility } from "./eligibility.tsx";
import { StageTag } from "./stage-tag.tsx";
import { WorkerData } from "./worker-data.tsx";
import { WorkerHistory } from "./worker-history.tsx";
import { Links, Payer, Sources } from "./worker-work.tsx";

export const handle: Handle = { access: "worker.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const worker = await getWorker(app, actor, { personCode: params.kode });
  const code = worker.code ?? "";
  const cover = may(actor, "cover.explain")
    ? await explainPersonCover(app, actor, { personCode: code })
    : null;
  const seesHistory = may(actor, "worker.history.read");
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${peopleTexts[language].title} ${code}`,
    worker,
    operation: app.newId(),
    cover: cover === null ? null : { asOf: cover.asOf, ...cover.explanation },
    history: seesHistory ? await workerHistory(app, actor, { personCode: code }) : null,
  };
}

/** Ends a link; leads to the question of that pair, where the end can be taken back. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const { questionId } = await unlink(app, actor, {
    operationId: readOperationId(form, app),
    linkId: formText(form, "pemadanan"),
    reason: formText(form, "alasan"),
  });
  const headers = flash("ok", workerTexts[language].unlink.done);
  throw redirect(localPath(language, `/padan/pasangan/${questionId}`), { status: 303, headers });
}

/** What has to happen next; a judgement that lacks facts asks for them before anything else. */
function nextStep(stage: WorkerStage, worker: WorkerDetail, wasCovered: boolean) {
  const { isEndorsed, judgement, targetGroup } = worker;
  if (stage === "died" && !wasCovered) return "diedUncovered";
  if (stage === "eligible" && isEndorsed === true) return "endorsed";
  const isBefore = stage === "candidate" || stage === "linked";
  if (isBefore && targetGroup === "village-officer") return "notJudged";
  return isBefore && judgement?.outcome === "undetermined" ? "incomplete" : stage;
}

export default function WorkerPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(workerTexts);
  const p = useTexts(peopleTexts);
  const to = useLocalPath();
  const { worker } = page;
  const { stage, isEndorsed } = worker;
  // Whoever may not know the dates of cover gets the advice that loses no family its money.
  const wasCovered = page.cover === null || page.cover.dates.coveredFrom !== null;
  const step = stage === undefined ? undefined : nextStep(stage, worker, wasCovered);
  const name = worker.fullName === undefined || worker.fullName === "" ? p.unnamed : worker.fullName;
  return (
    <Page
      title={name}
      lead={[worker.code, worker.village?.name].filter(Boolean).join(" · ")}
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: worker.code ?? "" }]}
    >
      <div className="columns columns-wide-first">
        <div className="stack">
          {stage !== undefined && step !== undefined && (
            <Card title={t.summary}>
              <div>
                <StageTag stage={stage} isEndorsed={isEndorsed} />
              </div>
              <p>
                <strong>{t.next}:</strong> {t.nextSteps[step]}
              </p>
            </Card>
          )}
          <CoverClock worker={worker} cover={page.cover} />
          <Eligibility judgement={worker.judgement} />
        </div>
        <div className="stack">
          <WorkerData worker={worker} />
          <Payer worker={worker} />
          <Links worker={worker} operation={page.operation} />
        </div>
      </div>
      <Sources sources={worker.sources} />
      <WorkerHistory history={page.history} />
    </Page>
  );
}
