import { type Rupiah, rupiah } from "#money";

/** Accounts of alms begin with this word, those of contributions with four digits: neither can stand in the other's books. */
export const almsPrefix = "sedekah-";

/**
 * `kas` the holder's money, `dana` what is in the fund, `salur` what an approved round has set aside, `titipan` the clearing account
 * of a transfer with two purposes, `taktentu` money whose purpose nobody knows yet.
 */
export const almsAccounts = [
  { name: "kas", side: "debit" },
  { name: "dana", side: "credit" },
  { name: "salur", side: "credit" },
  { name: "titipan", side: "zero" },
  { name: "taktentu", side: "credit" },
] as const;
export type AlmsAccountName = (typeof almsAccounts)[number]["name"];
export type AlmsAccount = `${typeof almsPrefix}${AlmsAccountName}:${string}`;

const shape = new RegExp(
  `^${almsPrefix}(${almsAccounts.map(({ name }) => name).join("|")}):[a-z0-9-]{3,40}$`,
);

/** Whether an account is one of alms. */
export const isAlmsAccount = (account: string): account is AlmsAccount => shape.test(account);

/** Throws a RangeError for a code that is no campaign's. */
export function almsAccount(name: AlmsAccountName, campaign: string): AlmsAccount {
  const account = `${almsPrefix}${name}:${campaign}`;
  if (!isAlmsAccount(account))
    throw new RangeError("a campaign's code holds small letters, digits and dashes");
  return account;
}

/** Everything that may happen to alms; nothing else can be posted. Amounts are rupiah above zero. */
export const almsKinds = [
  "receive",
  "set-aside",
  "pay-out",
  "come-back",
  "cost",
  "take-over",
  "settle",
  "hold",
  "identify",
] as const;
export type AlmsKind = (typeof almsKinds)[number];
export type AlmsEvent = { readonly kind: AlmsKind; readonly campaign: string; readonly amount: Rupiah };

/** A line of an entry: debit positive, credit negative. */
export type AlmsPosting = { readonly account: AlmsAccount; readonly amount: number };

const moves: Readonly<Record<AlmsKind, readonly [debit: AlmsAccountName, credit: AlmsAccountName]>> = {
  receive: ["kas", "dana"],
  // An approved round takes its money out of the fund at once, so that it is promised to nobody else.
  "set-aside": ["dana", "salur"],
  "pay-out": ["salur", "kas"],
  // What could not be handed over is in the fund again.
  "come-back": ["kas", "dana"],
  cost: ["dana", "kas"],
  // The alms of a mixed transfer: first through the clearing account, then to the holder.
  "take-over": ["titipan", "dana"],
  settle: ["kas", "titipan"],
  hold: ["kas", "taktentu"],
  identify: ["taktentu", "dana"],
};

/** The two lines of an event. Throws a RangeError for an amount that is not above zero. */
export function almsPostings({ kind, campaign, amount }: AlmsEvent): readonly [AlmsPosting, AlmsPosting] {
  const size: number = rupiah(amount);
  if (size <= 0) throw new RangeError("an event moves an amount above zero");
  const [debit, credit] = moves[kind];
  return [
    { account: almsAccount(debit, campaign), amount: size },
    { account: almsAccount(credit, campaign), amount: -size },
  ];
}

/** The exact mirror of an entry's lines. */
export const almsMirror = (lines: readonly AlmsPosting[]): readonly AlmsPosting[] =>
  lines.map(({ account, amount }) => ({ account, amount: -amount }));
