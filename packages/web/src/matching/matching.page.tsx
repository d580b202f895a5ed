import { data, Form, redirect } from "react-router";
import { countBothSides, listOtherPayers, listProposals } from "@tuwai/server/matching";
import { villageNamer } from "#regions";
import { flash, formText, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { Actions, Button, ButtonLink, Card, EmptyState, ErrorSummary, Page, Pagination, readPage } from "#ui";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import type { Route } from "./+types/matching.page";
import { ChangeForm } from "./change-form.tsx";
import { DeclineForm } from "./decline-form.tsx";
import { actOnMatching } from "./match-actions.ts";
import { ProposalTable } from "./proposal-table.tsx";
import { RefusedList } from "./refused-list.tsx";
import { SponsorTabs } from "#sponsors";

export const handle: Handle = { access: "pledge.match" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const { waiting, freePlaces } = await countBothSides(app, actor);
  const list = await listProposals(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  const changing = list.rows.find(({ id }) => id === searchParams.get("ubah"));
  return {
    ...list,
    title: sponsorTexts[languageOf(pathname)].matching.title,
    operation: app.newId(),
    waiting,
    freePlaces,
    rows: list.rows.map((row) => ({ ...row, village: nameOf(row.person.villageCode) ?? "" })),
    declining: searchParams.get("tolak"),
    changing: changing && {
      proposal: changing,
      others: await listOtherPayers(app, actor, { sponsorshipId: changing.id }),
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnMatching(app, actor, { form, act: formText(form, "aksi"), language });
  if ("flash" in answer) {
    const headers = flash(answer.tone, answer.flash);
    throw redirect(localPath(language, "/sponsor/penjodohan"), { status: 303, headers });
  }
  return data(answer, answer.refused.length > 0 ? 200 : 422);
}

export default function MatchingPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).matching;
  const best = useTexts(bestPairsTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const declined = page.rows.find(({ id }) => id === page.declining);
  return (
    <Page title={page.title} lead={t.lead}>
      <SponsorTabs here="matching" />
      <ErrorSummary errors={actionData?.errors} />
      {actionData && actionData.refused.length > 0 && (
        <RefusedList title={t.refusedTitle(number(actionData.refused.length))} refused={actionData.refused} />
      )}
      {declined && (
        <DeclineForm proposal={declined} operation={page.operation} error={actionData?.errors["alasan"]} />
      )}
      {page.changing && (
        <ChangeForm {...page.changing} operation={page.operation} error={actionData?.errors["mandat"]} />
      )}
      <Card>
        <p>{t.proposeNote(number(page.waiting), number(page.freePlaces))}</p>
        <Form method="post">
          <OperationField id={page.operation} />
          <Actions>
            <Button name="aksi" value="usulkan" look={page.rows.length === 0 ? "main" : "plain"}>
              {t.propose}
            </Button>
            <ButtonLink look="plain" href={to("/sponsor/penjodohan/terbaik")}>
              {best.title}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Proposals page={page} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </Page>
  );
}

function Proposals({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(sponsorTexts).matching;
  const language = useLanguage();
  const to = useLocalPath();
  const mine = page.rows.filter(({ sponsorsUntil }) => sponsorsUntil === null);
  return (
    <Form method="post" className="stack" action={to("/sponsor/penjodohan")}>
      <OperationField id={page.operation} />
      <ProposalTable rows={page.rows} />
      {mine.length > 0 && (
        <Actions>
          {mine.map(({ id }) => (
            <input key={id} type="hidden" name="tampil" value={id} />
          ))}
          <Button name="aksi" value="terima-semua">
            {t.acceptAll(formatNumber(language, mine.length))}
          </Button>
          <Button name="aksi" value="terima" look="plain">
            {t.accept}
          </Button>
        </Actions>
      )}
    </Form>
  );
}
