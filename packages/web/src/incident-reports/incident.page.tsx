import { may } from "@tuwai/server/access";
import { getIncidentReport } from "@tuwai/server/incident-reports";
import { data, redirect } from "react-router";
import { claimPath, spellClaimCode } from "#claims";
import { accountTexts } from "#language/accounts.ts";
import { claimTexts } from "#language/claims.ts";
import { formatDate, formatInstant } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Card, Disclosure, Page } from "#ui";
import type { Route } from "./+types/incident.page";
import { actOnIncident, incidentActs } from "./act-on-incident.ts";
import { ConfirmForm, CorrectForm, RefuteForm } from "./decide-forms.tsx";
import { FollowCard } from "./follow-card.tsx";
import { LinkCard } from "./link-card.tsx";
import { MergeCard } from "./merge-card.tsx";
import { StateTag } from "./state-tag.tsx";
import { ToldCard } from "./told-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "incident_report.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const report = await getIncidentReport(app, actor, { reportId: params.id });
  const nameOf = await villageNamer(app, actor);
  const kinds = incidentReportTexts[language].kinds;
  return {
    title: incidentDeskTexts[language].page.title(
      kinds[report.kind],
      formatDate(language, report.happenedOn),
    ),
    report,
    village: nameOf(report.villageCode ?? undefined) ?? null,
    mayReadClaim: may(actor, "claim.read"),
    today: app.clock.today(),
    now: app.clock.now().getTime(),
    operations: Object.fromEntries(incidentActs.map((act) => [act, app.newId()])),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await actOnIncident(...forUseCase(context), { form, reportId: params.id, language });
  if (answer !== null && "error" in answer) return data(answer, 422);
  const to = localPath(language, `/kejadian/${params.id}`);
  throw redirect(to, { status: 303, headers: answer === null ? {} : flash("ok", answer.done) });
}

export default function IncidentPage({ loaderData: page, actionData: failed }: Route.ComponentProps) {
  const t = useTexts(incidentDeskTexts);
  const to = useLocalPath();
  const { report, operations, today, now } = page;
  const { state, can } = report;
  const forms = { report, operations, failed, today };
  return (
    <Page
      title={page.title}
      lead={<StateTag report={report} />}
      narrow
      crumbs={[{ href: to("/kejadian"), label: t.title }, { label: page.title }]}
    >
      <FollowCard {...forms} now={now} />
      {report.claimCode !== null && <CaseLink code={report.claimCode} mayRead={page.mayReadClaim} />}
      <ToldCard report={report} village={page.village} />
      <LinkCard {...forms} />
      {state === "reported" && can.decide && report.person !== null && <ConfirmForm {...forms} />}
      {state === "reported" && !can.decide && <p className="quiet">{t.page.waits}</p>}
      {state === "reported" && can.decide && report.near.length > 0 && <MergeCard {...forms} />}
      {(state === "reported" || state === "confirmed") && can.decide && (
        <>
          {state === "confirmed" && <CorrectForm {...forms} />}
          <RefuteForm {...forms} />
        </>
      )}
      {report.mergedInto !== null && (
        <p>
          {t.page.mergedInto} <a href={to(`/kejadian/${report.mergedInto}`)}>{t.page.openOther}</a>
        </p>
      )}
      <History steps={report.steps} />
    </Page>
  );
}

/** The case that began with this report; its code is enough for whoever lists cases and reads none. */
function CaseLink({ code, mayRead }: { readonly code: string; readonly mayRead: boolean }) {
  const t = useTexts(claimTexts).case;
  const to = useLocalPath();
  return (
    <Card>
      <p>{t.ofReport(spellClaimCode(code))}</p>
      {mayRead && (
        <Actions>
          <ButtonLink href={to(claimPath(code))} look="plain">
            {t.open}
          </ButtonLink>
        </Actions>
      )}
    </Card>
  );
}

type StepsDone = Route.ComponentProps["loaderData"]["report"]["steps"];

function History({ steps }: { readonly steps: StepsDone }) {
  const t = useTexts(incidentDeskTexts).page;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  return (
    <Disclosure summary={t.history}>
      <ul>
        {steps.map(({ step, takenAt, takenRole, details }, at) => (
          <li key={at}>
            {t.steps[step]}
            {details["on"] ? ` (${formatDate(language, details["on"])})` : ""},{" "}
            {formatInstant(language, takenAt)},{" "}
            {takenRole === "PUB" ? t.nobody : roles[takenRole as keyof typeof roles]}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
