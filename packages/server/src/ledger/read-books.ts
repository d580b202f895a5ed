import { type AccountName, chart } from "@tuwai/domain/ledger";
import type { Month } from "@tuwai/domain/time";
import { pageOf, type PageOf, read } from "#use-case";
import {
  type ChartBalance,
  countEntryLines,
  type EntryLine,
  listChartBalances,
  listEntryLines,
} from "./books-list.view.ts";
import { type ClosingRow, findOpenClosing, type Head, readHead } from "./closing.store.ts";
import { nextToClose } from "./close-month.ts";
import { listOpenProposals, type ProposalRow } from "./proposal.store.ts";

export type Books = {
  readonly balances: readonly (ChartBalance & { readonly name: AccountName })[];
  /** Rupiah of all debit balances, which equal those of all credit ones. */
  readonly total: number;
  readonly entries: PageOf<EntryLine>;
  readonly proposals: readonly (ProposalRow & { readonly isOwn: boolean })[];
  readonly closedThrough: Month | null;
  /** The month whose turn it is to be closed; null while nothing stands in the books. */
  readonly nextToClose: Month | null;
  readonly closing: (ClosingRow & { readonly isOwn: boolean }) | null;
};

/** The books in one look; `number` narrows the entries to one number of the chart. */
export const getBooks = read(
  { purpose: "ledger.read", permission: "ledger.books.read" },
  async (
    { tx, actor },
    input: { readonly page?: number; readonly number?: string | undefined },
  ): Promise<Books> => {
    const names = new Map<string, AccountName>(chart.map(({ number, name }) => [number, name]));
    const number = names.has(input.number ?? "") ? input.number : undefined;
    const balances = (await listChartBalances(tx)).map((one) => ({ ...one, name: names.get(one.number)! }));
    const head: Head | null = await readHead(tx);
    const closing = await findOpenClosing(tx);
    return {
      balances,
      total: balances.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0),
      entries: await pageOf(
        { page: input.page, size: 50 },
        () => countEntryLines(tx, { number }),
        (part) => listEntryLines(tx, { number }, part),
      ),
      proposals: (await listOpenProposals(tx)).map((one) => ({
        ...one,
        isOwn: one.proposedBy === actor.userId,
      })),
      closedThrough: head?.closedThrough ?? null,
      nextToClose: head === null ? null : nextToClose(head),
      closing: closing === null ? null : { ...closing, isOwn: closing.proposedBy === actor.userId },
    };
  },
);
