/**
 * An account of the ledger as its code, e.g. "1210:D:1377012003": the number of the account, then whose it is. Never a worker: the
 * obligation knows for whom a month is paid, the books know only who owes and who holds.
 */
export type AccountCode = string & { readonly "~brand": "AccountCode" };

/** Who pays: a private payer (sponsor, firm, fund, the worker) by an id, a village by its code, or the city. */
export type PayerAccount =
  | { readonly kind: "sponsor"; readonly id: string }
  | { readonly kind: "village"; readonly code: string }
  | { readonly kind: "city" };

/** Which side an account's balance stays on, at every prefix of the ledger; `either` for opening balances alone. */
export type AccountSide = "debit" | "credit" | "either";

/** The chart of accounts (reliability.md C.2). Sign rule: debit +, credit −. */
export const chart = [
  { number: "1100", name: "bank", side: "debit" },
  { number: "1150", name: "deducted", side: "debit" },
  { number: "1160", name: "in-transit", side: "debit" },
  { number: "1200", name: "sponsor-owes", side: "debit" },
  { number: "1210", name: "village-owes", side: "debit" },
  { number: "1220", name: "city-owes", side: "debit" },
  { number: "1300", name: "prepaid", side: "debit" },
  { number: "2100", name: "payable", side: "credit" },
  { number: "2200", name: "sponsor-money", side: "credit" },
  { number: "2210", name: "village-money", side: "credit" },
  { number: "2220", name: "city-money", side: "credit" },
  { number: "2400", name: "suspense", side: "credit" },
  { number: "2500", name: "refund", side: "credit" },
  { number: "2900", name: "rejected", side: "credit" },
  { number: "9000", name: "opening", side: "either" },
] as const satisfies readonly { number: string; name: string; side: AccountSide }[];

export type AccountName = (typeof chart)[number]["name"];

const numbers = new Map<AccountName, string>(chart.map(({ name, number }) => [name, number]));
const sides = new Map<string, AccountSide>(chart.map(({ number, side }) => [number, side]));
const shape = /^\d{4}(?::[A-Za-z0-9.-]+)*$/;
const part = /^[A-Za-z0-9.-]+$/;

/** The code of an account; throws a RangeError where a part holds anything but letters, digits, dots and dashes. */
export function accountOf(name: AccountName, ...parts: readonly string[]): AccountCode {
  if (!parts.every((one) => part.test(one)))
    throw new RangeError("an account code holds letters, digits, dots and dashes only");
  return [numbers.get(name), ...parts].join(":") as AccountCode;
}

/**
 * An office's name as a part of an account: letters and digits stay, a space is a dash, and any other sign is its number between dots,
 * so that two names are never one account.
 */
export function officePart(name: string): string {
  return name.replace(/[^A-Za-z0-9]/gu, (sign) =>
    sign === " " ? "-" : `.${sign.codePointAt(0)!.toString(16)}.`,
  );
}

/** The side of the account, or undefined when its number is not in the chart. */
export function sideOf(account: string): AccountSide | undefined {
  return shape.test(account) ? sides.get(account.slice(0, 4)) : undefined;
}

/** What the payer owes. */
export function owedBy(payer: PayerAccount): AccountCode {
  if (payer.kind === "sponsor") return accountOf("sponsor-owes", "S", payer.id);
  return payer.kind === "village" ? accountOf("village-owes", "D", payer.code) : accountOf("city-owes", "K");
}

/** The payer's money that is not yet set against anything owed. */
export function moneyOf(payer: PayerAccount): AccountCode {
  if (payer.kind === "sponsor") return accountOf("sponsor-money", "S", payer.id);
  return payer.kind === "village"
    ? accountOf("village-money", "D", payer.code)
    : accountOf("city-money", "K");
}

/** Whose debt an account holds; undefined for an account of anything else. */
export function payerOwing(account: string): PayerAccount | undefined {
  const [number, , part] = account.split(":");
  if (number === "1220") return { kind: "city" };
  if (part === undefined) return undefined;
  if (number === "1200") return { kind: "sponsor", id: part };
  return number === "1210" ? { kind: "village", code: part } : undefined;
}
