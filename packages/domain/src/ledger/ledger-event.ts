import { type Rupiah, rupiah, sumRupiah } from "#money";
import type { Month } from "#time";
import { accountOf, type AccountCode, moneyOf, owedBy, type PayerAccount } from "./account.ts";

/** One payer's part of a sum: what was taken from him, and what he owed before. */
export type DeductedShare = {
  readonly payer: PayerAccount;
  readonly amount: Rupiah;
  readonly owed: Rupiah;
};

/** Where money of a bank line belongs: an office's deductions, a payer, or nobody known yet. */
export type MoneyOrigin =
  | { readonly kind: "office"; readonly office: string }
  | { readonly kind: "payer"; readonly payer: PayerAccount }
  | { readonly kind: "unknown" };

type KnownOrigin = Exclude<MoneyOrigin, { readonly kind: "unknown" }>;

/**
 * Everything that may happen to money (reliability.md C.3); nothing else can be posted. `month` is the month protected.
 * Alms have a ledger of their own and no kind here.
 */
export type LedgerEvent =
  | { readonly kind: "oblige"; readonly payer: PayerAccount; readonly month: Month; readonly amount: Rupiah }
  | { readonly kind: "deduct"; readonly office: string; readonly shares: readonly DeductedShare[] }
  | { readonly kind: "receive"; readonly bank: string; readonly from: MoneyOrigin; readonly amount: Rupiah }
  | { readonly kind: "identify"; readonly from: KnownOrigin; readonly amount: Rupiah }
  | { readonly kind: "allocate"; readonly payer: PayerAccount; readonly amount: Rupiah }
  /** What was taken for a month that is owed no more: it is the payer's money again. */
  | { readonly kind: "release"; readonly payer: PayerAccount; readonly amount: Rupiah }
  /** What went to BPJS for a month that is owed no more: it lies there as a credit. */
  | { readonly kind: "credit"; readonly month: Month; readonly amount: Rupiah }
  | { readonly kind: "remit"; readonly bank: string; readonly month: Month; readonly amount: Rupiah }
  | { readonly kind: "prepay"; readonly bank: string; readonly month: Month; readonly amount: Rupiah }
  | { readonly kind: "consume"; readonly month: Month; readonly amount: Rupiah }
  | {
      readonly kind: "reject";
      readonly month: Month;
      readonly amount: Rupiah;
      /** Whether BPJS refused before the money went, kept it as a credit, or sent it back to a bank account. */
      readonly held:
        | { readonly by: "us" }
        | { readonly by: "bpjs" }
        | { readonly by: "bank"; readonly bank: string };
    }
  | { readonly kind: "reallocate"; readonly payer: PayerAccount; readonly amount: Rupiah }
  /** What an office took and does not come: a bank's fee or a sum written off, borne by somebody else. */
  | { readonly kind: "bear"; readonly office: string; readonly payer: PayerAccount; readonly amount: Rupiah }
  /** What a payer owed and nobody takes any more: it is no longer payable to BPJS either, month by month. */
  | {
      readonly kind: "waive";
      readonly payer: PayerAccount;
      readonly months: readonly { readonly month: Month; readonly amount: Rupiah }[];
    }
  | {
      readonly kind: "owe-refund";
      readonly payer: PayerAccount;
      readonly payee: string;
      readonly amount: Rupiah;
    }
  | { readonly kind: "pay-refund"; readonly payee: string; readonly bank: string; readonly amount: Rupiah }
  | {
      readonly kind: "open";
      readonly balances: readonly { readonly account: AccountCode; readonly amount: number }[];
    };

export type LedgerEventKind = LedgerEvent["kind"];

/** Kinds that somebody else must approve before they are posted (INV-15). */
export const approvedKinds: ReadonlySet<string> = new Set<LedgerEventKind | "reverse">([
  "remit",
  "prepay",
  "bear",
  "waive",
  "owe-refund",
  "pay-refund",
  "open",
  "reverse",
]);

/** A line of an entry: debit positive, credit negative, never zero. */
export type Posting = { readonly account: AccountCode; readonly amount: number };

/**
 * The lines of an event: they add up to zero, are at least two, and name no account twice. Throws a RangeError for amounts that are
 * not above zero.
 */
export function postingsOf(event: LedgerEvent): readonly Posting[] {
  switch (event.kind) {
    case "oblige":
      return transfer(owedBy(event.payer), accountOf("payable", event.month), event.amount);
    case "deduct":
      return deducted(event.office, event.shares);
    case "receive":
      return transfer(accountOf("bank", event.bank), originAccount(event.from), event.amount);
    case "identify":
      return transfer(accountOf("suspense"), originAccount(event.from), event.amount);
    case "allocate":
      return transfer(moneyOf(event.payer), owedBy(event.payer), event.amount);
    case "release":
      return transfer(owedBy(event.payer), moneyOf(event.payer), event.amount);
    case "credit":
      return transfer(accountOf("prepaid", event.month), accountOf("payable", event.month), event.amount);
    case "remit":
      return transfer(accountOf("payable", event.month), accountOf("bank", event.bank), event.amount);
    case "prepay":
      return transfer(accountOf("prepaid", event.month), accountOf("bank", event.bank), event.amount);
    case "consume":
      return transfer(accountOf("payable", event.month), accountOf("prepaid", event.month), event.amount);
    case "reject":
      return transfer(refusedFrom(event), accountOf("rejected"), event.amount);
    case "reallocate":
      return transfer(accountOf("rejected"), moneyOf(event.payer), event.amount);
    case "bear":
      return transfer(owedBy(event.payer), accountOf("deducted", event.office), event.amount);
    case "waive":
      return waived(event);
    case "owe-refund":
      return transfer(moneyOf(event.payer), accountOf("refund", event.payee), event.amount);
    case "pay-refund":
      return transfer(accountOf("refund", event.payee), accountOf("bank", event.bank), event.amount);
    case "open":
    default:
      return opened(event.balances);
  }
}

/** The exact mirror of an entry's lines. */
export function mirrorOf(postings: readonly Posting[]): readonly Posting[] {
  return postings.map(({ account, amount }) => ({ account, amount: -amount }));
}

/** From an account that gets it to one that gives it. */
function transfer(debit: AccountCode, credit: AccountCode, amount: Rupiah): readonly Posting[] {
  const size = positive(amount);
  return [
    { account: debit, amount: size },
    { account: credit, amount: -size },
  ];
}

function waived({ payer, months }: Extract<LedgerEvent, { kind: "waive" }>): readonly Posting[] {
  const total = positive(sumRupiah(months.map(({ amount }) => rupiah(positive(amount)))));
  const debits = months.map(({ month, amount }) => ({ account: accountOf("payable", month), amount }));
  return together([...debits, { account: owedBy(payer), amount: -total }]);
}

/** What an office took: against what each payer owed, and what was taken beyond it stays the payer's money. */
function deducted(office: string, shares: readonly DeductedShare[]): readonly Posting[] {
  const total = positive(sumRupiah(shares.map(({ amount }) => rupiah(positive(amount)))));
  const credits = shares.flatMap(({ payer, amount, owed }) => {
    const against = Math.min(amount, Math.max(owed, 0));
    return [
      { account: owedBy(payer), amount: -against },
      { account: moneyOf(payer), amount: -(amount - against) },
    ];
  });
  return [{ account: accountOf("deducted", office), amount: total }, ...together(credits)];
}

function opened(balances: readonly Posting[]): readonly Posting[] {
  const lines = together(balances);
  const control = -lines.reduce((total, { amount }) => rupiah(total + amount), 0);
  return together([...lines, { account: accountOf("opening"), amount: control }]);
}

function originAccount(from: MoneyOrigin): AccountCode {
  if (from.kind === "office") return accountOf("deducted", from.office);
  return from.kind === "payer" ? moneyOf(from.payer) : accountOf("suspense");
}

function refusedFrom({ month, held }: Extract<LedgerEvent, { kind: "reject" }>): AccountCode {
  if (held.by === "bank") return accountOf("bank", held.bank);
  return held.by === "us" ? accountOf("payable", month) : accountOf("prepaid", month);
}

/** One line per account, without those that come to nothing. */
function together(lines: readonly Posting[]): readonly Posting[] {
  const sums = new Map<AccountCode, number>();
  for (const { account, amount } of lines) sums.set(account, rupiah((sums.get(account) ?? 0) + amount));
  return [...sums].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount }));
}

function positive(amount: number): number {
  if (rupiah(amount) <= 0) throw new RangeError("an event moves an amount above zero");
  return amount;
}
