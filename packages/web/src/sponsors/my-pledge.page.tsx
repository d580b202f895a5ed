import type { ExplainedPrice } from "@tuwai/server/contributions";
import { listMyProposals } from "@tuwai/server/matching";
import { getMyPledge, pledgeReaders } from "@tuwai/server/sponsors";
import { PriceTable } from "#contributions";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { myProposalTexts } from "#language/my-proposals.ts";
import { proofTexts } from "#language/proof.ts";
import { replacementTexts } from "#language/replacements.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, ButtonLink, Card, DescriptionList, Disclosure, EmptyState, Page } from "#ui";
import type { Route } from "./+types/my-pledge.page";
import { CapAskNotice } from "./cap-ask-notice.tsx";
import { ProofCard } from "./proof-card.tsx";
import { useReaders } from "./use-readers.ts";
import { WorkerCard } from "./worker-card.tsx";

export const handle: Handle = { access: "pledge.sign" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const proposals = await listMyProposals(...forUseCase(context));
  const t = sponsorTexts[languageOf(new URL(request.url).pathname)].mine;
  const mine = await getMyPledge(...forUseCase(context));
  return { title: t.title, readers: pledgeReaders(), proposals: proposals.length, ...mine };
}

type Mine = Route.ComponentProps["loaderData"];

export default function MyPledgePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).mine;
  const to = useLocalPath();
  const isActive = page.pledge?.state === "active";
  return (
    <Page title={page.title} lead={useLead(page)}>
      {isActive || (
        <Actions>
          <ButtonLink href={to("/sponsor/saya/ikrar")}>
            {page.pledge === null ? t.join : t.joinAgain}
          </ButtonLink>
        </Actions>
      )}
      {page.pledge && page.ask && <CapAskNotice ask={page.ask} capRupiah={page.pledge.capRupiah} />}
      {page.proposals > 0 && <ProposalNotice proposals={page.proposals} />}
      <div className="columns columns-wide-first">
        <div className="stack">
          {page.proof.months.length > 0 && <ProofCard proof={page.proof} deductions={page.deductions} />}
          {page.workers.map((worker) => (
            <WorkerCard key={worker.sponsorshipId} worker={worker} />
          ))}
          {isActive && page.heldUntil !== null && <HeldCard until={page.heldUntil} />}
          {isActive && page.workers.length === 0 && page.heldUntil === null && (
            <EmptyState title={t.leadLooking}>
              <p>{t.looking}</p>
            </EmptyState>
          )}
          <Prices prices={page.prices} explained={page.explained} />
        </div>
        <div className="stack">
          {page.pledge && <PledgeCard pledge={page.pledge} />}
          {page.earlier.length > 0 && <EarlierCard earlier={page.earlier} />}
          <Card title={t.how}>
            <ul>
              {t.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
              <li>{t.who}</li>
            </ul>
            <Readers readers={page.readers} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function ProposalNotice({ proposals }: { readonly proposals: number }) {
  const t = useTexts(myProposalTexts);
  const to = useLocalPath();
  return (
    <Card title={t.waiting(proposals)}>
      <p>{t.notice}</p>
      <Actions>
        <ButtonLink href={to("/sponsor/saya/usulan")}>{t.answer}</ButtonLink>
      </Actions>
    </Card>
  );
}

function HeldCard({ until }: { readonly until: string }) {
  const t = useTexts(replacementTexts);
  const language = useLanguage();
  return (
    <Card title={t.title}>
      <p>{t.heldForYou(formatDate(language, until))}</p>
    </Card>
  );
}

function Readers({ readers }: Pick<Mine, "readers">) {
  const t = useTexts(sponsorTexts).sign;
  const names = useReaders(readers);
  return (
    <Disclosure summary={t.readersTitle}>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="quiet small">{t.readersNote}</p>
    </Disclosure>
  );
}

function Prices(props: { prices: Mine["prices"]; explained: readonly ExplainedPrice[] }) {
  const t = useTexts(sponsorTexts).mine;
  return (
    <Card title={t.cost}>
      <PriceTable {...props} />
    </Card>
  );
}

function EarlierCard({ earlier }: Pick<Mine, "earlier">) {
  const t = useTexts(proofTexts);
  const language = useLanguage();
  return (
    <Card title={t.earlier}>
      <ul>
        {earlier.map(({ code, fromMonth, stopMonth, workerCount }) => (
          <li key={code}>
            {t.earlierLine(
              code,
              formatMonth(language, fromMonth),
              formatMonth(language, stopMonth ?? fromMonth),
              workerCount,
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useLead({ pledge, workers, proof }: Mine): string {
  const t = useTexts(sponsorTexts).mine;
  const p = useTexts(proofTexts);
  const language = useLanguage();
  if (pledge === null) return t.leadNone;
  if (pledge.state === "stopped")
    return t.leadStopped(formatMonth(language, pledge.stopMonth ?? pledge.fromMonth));
  const protecting = workers.filter(({ endedAt }) => endedAt === null).length;
  if (protecting === 0) return t.leadLooking;
  if (proof.unbroken < 2) return t.leadActive(protecting);
  return p.leadUnbroken(protecting, proof.unbroken);
}

function PledgeCard({ pledge }: { readonly pledge: NonNullable<Mine["pledge"]> }) {
  const { mine: t, sign } = useTexts(sponsorTexts);
  const { mine: alms } = useTexts(almsTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Card title={t.pledge}>
      <DescriptionList
        facts={[
          { name: t.code, value: pledge.code },
          { name: t.cap, value: formatRupiah(language, pledge.capRupiah) },
          { name: t.count, value: formatNumber(language, pledge.workerCount) },
          { name: t.since, value: formatMonth(language, pledge.fromMonth) },
          { name: t.channel, value: t.channels[pledge.channel] },
          { name: sign.chooser, value: sign.choosers[pledge.chooses] },
          { name: t.opd, value: pledge.opd },
        ]}
      />
      <p>
        <a href={to("/sponsor/saya/mandat")}>{t.letter}</a>
      </p>
      <p>
        <a href={to("/sponsor/saya/piagam")}>{t.certificate}</a>
      </p>
      <p>
        <a href={to("/sponsor/saya/sedekah")}>{alms.toMine}</a>
      </p>
      {pledge.state === "active" && (
        <>
          <p>
            <a href={to("/sponsor/saya/usulan")}>{t.chooserLink}</a>
          </p>
          <p>
            <a href={to("/sponsor/saya/berhenti")}>{t.change}</a>
          </p>
        </>
      )}
    </Card>
  );
}
