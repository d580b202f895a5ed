import { standardKinds } from "@tuwai/domain/payers";
import { data, Form, redirect } from "react-router";
import { countBothSides, listWaiting } from "@tuwai/server/matching";
import { listPayers } from "@tuwai/server/payers";
import { sumPledges } from "@tuwai/server/sponsors";
import { villageNamer } from "#regions";
import { flash, forUseCase, OperationField, pageMeta, type Handle } from "#shell";
import { ButtonLink, EmptyState, ErrorSummary, Notice, Page, Pagination, readPage } from "#ui";
import { budgetUseTexts } from "#language/budget-use.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import type { Route } from "./+types/waiting.page";
import { SponsorTabs } from "#sponsors";
import { OfficeTable } from "./office-table.tsx";
import { FundFields } from "./fund-fields.tsx";
import { RefusedList } from "./refused-list.tsx";
import { actOnWaiting } from "./waiting-actions.ts";
import { WaitingTable } from "./waiting-table.tsx";

export const handle: Handle = { access: "pledge.match" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const list = await listWaiting(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...list,
    title: sponsorTexts[languageOf(pathname)].waiting.title,
    operation: app.newId(),
    rows: list.rows.map((row) => ({ ...row, village: nameOf(row.person.villageCode) ?? "" })),
    ...(await countBothSides(app, actor)),
    payers: (await listPayers(app, actor)).payers
      .filter(({ kind }) => !standardKinds.includes(kind))
      .map(({ id, name }) => ({ id, name })),
    offices: (await sumPledges(app, actor)).filter(({ pledges }) => pledges > 0),
  };
}

/** Funds or holds the ticked workers. All at once when that went well; otherwise the page says who stays and why. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnWaiting(app, actor, { form, language });
  if ("flash" in answer)
    throw redirect(localPath(language, "/sponsor"), { status: 303, headers: flash("ok", answer.flash) });
  return data(answer, answer.refused.length > 0 ? 200 : 422);
}

export default function SponsorsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).waiting;
  const budget = useTexts(budgetUseTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Page
      title={page.title}
      lead={t.lead(number(page.waiting), number(page.freePlaces))}
      actions={
        <ButtonLink look="plain" href={to("/rencana/anggaran")}>
          {budget.title}
        </ButtonLink>
      }
    >
      <SponsorTabs here="waiting" />
      <ErrorSummary errors={actionData?.errors} />
      {actionData && actionData.done !== null && (
        <Notice tone="ok" announce>
          {actionData.done}
        </Notice>
      )}
      {actionData && actionData.refused.length > 0 && (
        <RefusedList title={t.refusedTitle(number(actionData.refused.length))} refused={actionData.refused} />
      )}
      <Gap waiting={page.waiting} places={page.freePlaces} />
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Form method="post" className="stack" noValidate>
          <OperationField id={page.operation} />
          <WaitingTable rows={page.rows} />
          {page.rows.map(({ personId }) => (
            <input key={personId} type="hidden" name="tampil" value={personId} />
          ))}
          <FundFields count={page.rows.length} payers={page.payers} errors={actionData?.errors ?? {}} />
        </Form>
      )}
      <Pagination page={page.page} pages={page.pages} />
      <OfficeTable offices={page.offices} />
    </Page>
  );
}

/** Which side is short, and what can be done about it. */
function Gap({ waiting, places }: { readonly waiting: number; readonly places: number }) {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  const to = useLocalPath();
  if (waiting === 0 && places === 0) return null;
  const short = formatNumber(language, Math.abs(waiting - places));
  const sentence =
    waiting > places ? t.shortOfSponsors(short) : waiting < places ? t.shortOfWorkers(short) : t.balanced;
  return (
    <Notice tone={waiting > places ? "warn" : "info"}>
      <p>{sentence}</p>
      {waiting > 0 && places > 0 && (
        <ButtonLink small look="plain" href={to("/sponsor/penjodohan")}>
          {t.goMatch}
        </ButtonLink>
      )}
    </Notice>
  );
}
