import { read } from "#use-case";
import { listPurses } from "./books-list.view.ts";

/** One bank account of the books, since they began: what came in, what went out, and what should lie on it. */
export type Purse = {
  readonly bank: string;
  readonly moneyIn: number;
  readonly moneyOut: number;
  /** As the books keep it from entry to entry; `moneyIn` and `moneyOut` are added up anew. */
  readonly balance: number;
};

/** Every bank account with its money in, out and balance; each payer's money has an account of its own. */
export const getPurses = read(
  { purpose: "ledger.purses", permission: "ledger.books.read" },
  ({ tx }): Promise<readonly Purse[]> => listPurses(tx),
);
