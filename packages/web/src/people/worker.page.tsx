import { redirect } from "react-router";
import { readPersonCode } from "@tuwai/domain/identity";
import { may } from "@tuwai/server/access";
import { listWorkerClaims } from "@tuwai/server/claims";
import { explainPersonCover } from "@tuwai/server/cover";
import { unlink } from "@tuwai/server/link-review";
import { getWorker, workerHistory } from "@tuwai/server/workers";
import { WorkerClaims } from "#claims";
import { LifeEventLinks } from "#life-events";
import { familyTexts } from "#language/families.ts";
import { languageOf, localPath } from "#language/language.ts";
import { peopleTexts } from "#language/people.ts";
import { workerTexts } from "#language/worker.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, readOperationId, type Handle } from "#shell";
import { Page } from "#ui";
import type { Route } from "./+types/worker.page";
import { CoverClock } from "./cover-clock.tsx";
import { Eligibility } from "./eligibility.tsx";
import { Household } from "./household.tsx";
import { NextStep } from "./next-step.tsx";
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
  const asked = readPersonCode(params.kode);
  // The code of an entry that was merged into another; not for ever, as a merge can be taken back.
  if (code !== "" && asked.status === "wajar" && asked.code !== code)
    throw redirect(localPath(language, `/pekerja/${code}`));
  const cover = may(actor, "cover.explain")
    ? await explainPersonCover(app, actor, { personCode: code })
    : null;
  const seesHistory = may(actor, "worker.history.read");
  return {
    // A title stands in the browser's history: the code, never the name.
    title: `${peopleTexts[language].title} ${code}`,
    worker,
    operation: app.newId(),
    isCity: actor.scope === undefined,
    may: {
      propose: may(actor, "list_decision.prepare"),
      match: may(actor, "pledge.match"),
      endPair: may(actor, "sponsorship.end"),
      card: may(actor, "worker.card"),
      family: may(actor, "claim.read"),
      submit: may(actor, "enrolment.submit"),
      move: may(actor, "worker.move_request"),
    },
    cover: cover === null ? null : { asOf: cover.asOf, ...cover.explanation },
    claims: may(actor, "claim.list") ? await listWorkerClaims(app, actor, { personCode: code }) : [],
    mayReadClaim: may(actor, "claim.read"),
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

export default function WorkerPage({ loaderData: page }: Route.ComponentProps) {
  const p = useTexts(peopleTexts);
  const f = useTexts(familyTexts);
  const to = useLocalPath();
  const { worker } = page;
  // Whoever may not know the dates of cover gets the advice that loses no family its money.
  const wasCovered = page.cover === null || page.cover.dates.coveredFrom !== null;
  const name = worker.fullName === undefined || worker.fullName === "" ? p.unnamed : worker.fullName;
  return (
    <Page
      title={name}
      lead={[worker.code, worker.village?.name].filter(Boolean).join(" · ")}
      crumbs={[{ href: to("/pekerja"), label: p.title }, { label: worker.code ?? "" }]}
    >
      <div className="columns columns-wide-first">
        <div className="stack">
          <WorkerClaims claims={page.claims} mayRead={page.mayReadClaim} />
          <NextStep worker={worker} wasCovered={wasCovered} may={page.may} />
          <CoverClock worker={worker} cover={page.cover} />
          <Eligibility judgement={worker.judgement} />
        </div>
        <div className="stack">
          <WorkerData worker={worker} />
          {worker.mayRecordLifeEvent && (
            <LifeEventLinks
              code={worker.code ?? ""}
              person={{ isDead: worker.stage === "died", isAway: worker.stage === "moved" }}
              mayMove={page.may.move}
            />
          )}
          {page.may.family && (
            <p>
              <a href={to(`/pekerja/${worker.code ?? ""}/keluarga`)}>{f.toFamily}</a>
            </p>
          )}
          <Household worker={worker} isCity={page.isCity} />
          <Payer worker={worker} mayEnd={page.may.endPair} mayCard={page.may.card} />
          <Links worker={worker} operation={page.operation} />
        </div>
      </div>
      <Sources worker={worker} />
      <WorkerHistory history={page.history} />
    </Page>
  );
}
