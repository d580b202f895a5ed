import { may } from "@tuwai/server/access";
import { listDecisions } from "@tuwai/server/follow-ups";
import { commitmentGroups, yearToPromise } from "@tuwai/domain/commitments";
import { DecisionForm, DecisionList, FollowUpTabs } from "#follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/standing.page";
import { actOnDecisions } from "./act-on-decisions.ts";
import { readOffer, readPlaces } from "./decision-choices.ts";

export const handle: Handle = { access: "decision.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(followUpTexts[languageOf(location.pathname)].decisions.standingTitle);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const mayWrite = may(actor, "decision.write");
  const year = yearToPromise(app.clock.today());
  return {
    decisions: await listDecisions(app, actor, {}),
    mayWrite,
    mayReadLists: may(actor, "list_progress.read"),
    year,
    offer: readOffer(languageOf(pathname), searchParams, year),
    places: mayWrite ? await readPlaces(app, actor) : [],
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const year = yearToPromise(app.clock.today());
  return actOnDecisions(app, actor, { request, path: "/tindak-lanjut/tetap", year });
}

export default function StandingPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const texts = useTexts(followUpTexts);
  const t = texts.decisions;
  const to = useLocalPath();
  const errors = actionData?.errors ?? {};
  return (
    <Page
      title={t.standingTitle}
      lead={t.standingLead}
      crumbs={[{ href: to("/tindak-lanjut"), label: texts.title }, { label: t.standingTitle }]}
    >
      <FollowUpTabs here="standing" />
      <ErrorSummary errors={actionData?.errors} />
      {page.mayReadLists && (
        <p>
          <a href={to("/tindak-lanjut/data-kemiskinan")}>{t.joined}</a>
        </p>
      )}
      {page.decisions.length === 0 && <EmptyState title={t.empty} />}
      <DecisionList
        decisions={page.decisions}
        mayWrite={page.mayWrite}
        operation={page.operation}
        errors={errors}
      />
      {page.mayWrite && (
        <DecisionForm
          operation={page.operation}
          path="/tindak-lanjut/tetap"
          year={page.year}
          places={page.places}
          groups={commitmentGroups}
          typed={actionData?.typed ?? page.offer}
          errors={errors}
        />
      )}
    </Page>
  );
}
