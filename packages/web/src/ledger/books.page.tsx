import { may } from "@tuwai/server/access";
import { chart } from "@tuwai/domain/ledger";
import { getBooks, getPurses } from "@tuwai/server/ledger";
import { data, redirect } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, ErrorSummary, LinkChips, Page, Pagination, readPage } from "#ui";
import type { Route } from "./+types/books.page";
import { answerBooks } from "./answer-books.ts";
import { BalanceTable } from "./balance-table.tsx";
import { ClosingCard } from "./closing-card.tsx";
import { EntryTable } from "./entry-table.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { PurseTable } from "./purse-table.tsx";

export const handle: Handle = { access: "ledger.books.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(ledgerTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const asked = searchParams.get("akun") ?? undefined;
  const books = await getBooks(app, actor, { page: readPage(searchParams), number: asked });
  const account = chart.find(({ number }) => number === asked);
  return {
    ...books,
    account: account?.name ?? null,
    purses: account?.name === "bank" ? await getPurses(app, actor) : [],
    mayDecide: may(actor, "ledger.approve"),
    mayClose: may(actor, "period.close"),
    sections: seenSections(actor),
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const answer = await answerBooks(...forUseCase(context), { form: await request.formData(), language });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, "/iuran/buku"), {
    status: 303,
    headers: flash(answer.tone, answer.says),
  });
}

export default function BooksPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { entries } = page;
  const isEmpty = page.balances.length === 0;
  const lead = isEmpty
    ? t.leadNone
    : t.lead(formatRupiah(language, page.total), formatNumber(language, entries.total));
  const closed =
    page.closedThrough === null ? "" : t.closedThrough(formatMonth(language, page.closedThrough));
  return (
    <Page title={t.title} lead={`${lead} ${closed}`.trim()}>
      <ContributionTabs here="books" seen={page.sections} />
      <ErrorSummary errors={actionData?.errors} />
      {page.mayDecide &&
        page.proposals.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            operation={page.operation}
            error={actionData?.errors["alasan"]}
          />
        ))}
      {page.account === null && !isEmpty && <BalanceTable balances={page.balances} total={page.total} />}
      {page.account !== null && (
        <LinkChips
          label={t.balances.account}
          choices={[
            { href: to("/iuran/buku"), label: t.entries.all },
            { href: "", label: t.accounts[page.account], current: true },
          ]}
        />
      )}
      {page.purses.length > 0 && <PurseTable purses={page.purses} />}
      {entries.rows.length === 0 ? (
        !isEmpty && <EmptyState title={t.entries.none} />
      ) : (
        <EntryTable entries={entries.rows} account={page.account} />
      )}
      <Pagination page={entries.page} pages={entries.pages} />
      {page.mayClose && <ClosingCard page={page} />}
    </Page>
  );
}
