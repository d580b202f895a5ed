import { claimSteps } from "@tuwai/domain/claims";
import { may } from "@tuwai/server/access";
import { getClaim } from "@tuwai/server/claims";
import { data, redirect } from "react-router";
import { claimPageTexts } from "#language/claim.ts";
import { claimTexts } from "#language/claims.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { villageNamer } from "#regions";
import { type FailedAct, flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Card, Notice, Page } from "#ui";
import type { Route } from "./+types/claim.page";
import { actOnClaim, type ClaimAnswer } from "./act-on-claim.ts";
import { claimPath, spellClaimCode } from "./claim-code.ts";
import { coverOf, findingOf } from "./claim-words.ts";
import { ClockCards } from "./clock-cards.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { Journey } from "./journey.tsx";
import { LawCard } from "./law-card.tsx";
import { LookCard } from "./look-card.tsx";
import { MoneyCard } from "./money-card.tsx";
import { NeedCard } from "./need-card.tsx";
import { NextCard, OtherSteps } from "./next-card.tsx";
import { withForm } from "./read-form.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "claim.read" };
// A title stands in the browser's history: the code, neither initials nor sums.
export const meta = ({ loaderData, location }: Route.MetaArgs) =>
  pageMeta(
    loaderData &&
      `${claimTexts[languageOf(location.pathname)].title} ${spellClaimCode(loaderData.claim.code)}`,
  );

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const claim = await getClaim(app, actor, { claimCode: params.kode });
  const nameOf = await villageNamer(app, actor);
  const today = app.clock.today();
  // A form each of its own: two of them are two operations.
  const forms = [
    "look",
    ...claimSteps,
    ...claim.documents.map(({ code }) => `document${code}`),
    ...claim.money.map(({ part }) => `explain${part}`),
    ...claim.payments.map(({ id }) => `take-back${id}`),
  ];
  return {
    claim,
    finding: findingOf(claim, today, language),
    village: nameOf(claim.villageCode) ?? null,
    today,
    mayFamily: may(actor, "claim.read"),
    operations: Object.fromEntries(forms.map((form) => [form, app.newId()])),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const answer = await withForm(request, app, (form) =>
    actOnClaim(app, actor, { form, claimCode: params.kode, language }),
  );
  const tooLarge = { act: "document", error: claimPageTexts[language].refusals.size, typed: {} };
  if (answer === null) return data<ClaimAnswer>(tooLarge, 413);
  if ("opened" in answer) return data<ClaimAnswer>(answer);
  if ("error" in answer) return data<ClaimAnswer>(answer, 422);
  const to = localPath(language, `/klaim/${params.kode}`);
  throw redirect(to, { status: 303, headers: flash("ok", answer.done) });
}

export default function ClaimPage({ loaderData: page, actionData: answer }: Route.ComponentProps) {
  const t = useTexts(claimTexts);
  const p = useTexts(claimPageTexts);
  const to = useLocalPath();
  const { claim, operations, today } = page;
  const failed = answer !== undefined && "error" in answer ? answer : undefined;
  const opened = answer !== undefined && "opened" in answer ? answer.opened : null;
  const forms = { claim, operations, failed, today };
  return (
    <Page
      title={page.finding}
      lead={useLead(page)}
      crumbs={[{ href: to("/klaim"), label: t.title }, { label: spellClaimCode(claim.code) }]}
    >
      <LookCard forms={forms} opened={opened} />
      {failed !== undefined && <Unplaced failed={failed} claim={claim} />}
      <NextCard {...forms} />
      <ClockCards claim={claim} />
      <div className="columns">
        <div className="stack">
          <Journey claim={claim} notes={opened?.notes ?? {}} />
          <NeedCard claim={claim} />
          {page.mayFamily && claim.personCode !== null && (
            <Card title={p.family.title}>
              <p>{p.family.lead}</p>
              <Scholarships claim={claim} />
              <Actions>
                <ButtonLink href={to(`${claimPath(claim.code)}/keluarga`)} look="plain">
                  {p.family.open}
                </ButtonLink>
              </Actions>
            </Card>
          )}
          <FactsCard {...forms} />
        </div>
        <div className="stack">
          <MoneyCard {...forms} />
          <DocumentsCard {...forms} />
          <OtherSteps {...forms} />
        </div>
      </div>
      <LawCard claim={claim} />
      <p className="small quiet">{p.free}</p>
    </Page>
  );
}

/** What the children's school would bring, beside the money of the claim: it comes year by year. */
function Scholarships({ claim: { scholarship } }: { readonly claim: PageData["claim"] }) {
  const { family: t } = useTexts(claimPageTexts);
  const language = useLanguage();
  if (scholarship.total === 0) return null;
  const children = formatNumber(language, scholarship.children);
  return <p>{t.scholarship(children, formatRupiah(language, scholarship.total))}</p>;
}

/** What went wrong with a form that the page no longer has: somebody else moved the case meanwhile. Its note is not lost. */
function Unplaced({ failed, claim }: { readonly failed: FailedAct; readonly claim: PageData["claim"] }) {
  const isOffered = failed.act === "look" || claim.steps.some((step) => step === failed.act);
  if (isOffered) return null;
  const note = (failed.typed ?? {})["catatan"] ?? "";
  return (
    <Notice tone="err" announce>
      {failed.error} {note !== "" && <q>{note}</q>}
    </Notice>
  );
}

type PageData = Route.ComponentProps["loaderData"];

/** Whose case it is, as far as it is open: initials, work, age, village, what happened, and whether that day was covered. */
function useLead({ claim, village }: PageData): string {
  const t = useTexts(claimTexts);
  const { lead } = useTexts(claimPageTexts);
  const { occupations } = useTexts(contributionTexts);
  const language = useLanguage();
  const { age, occupationGroup, happenedOn, accidentOn, kind } = claim;
  const day = (on: string) => formatDate(language, on);
  const who = [
    t.family(claim.initials),
    occupationGroup === null ? "" : wordOf(occupations, occupationGroup),
    age === null ? "" : lead.age(formatNumber(language, age)),
    village ?? "",
  ].filter((each) => each !== "");
  const what = {
    "natural-death": () => lead.died(day(happenedOn)),
    "work-accident-death": () => lead.diedOf(day(accidentOn ?? happenedOn), day(happenedOn)),
    "work-accident": () => lead.accident(day(happenedOn)),
  };
  return `${who.join(", ")}. ${what[kind]()} ${lead[coverOf(claim)]}`;
}
