/** Where money lies or goes: the bank by its name, the number as text (zeros in front count), and whose account it is. */
export type BankAccount = { readonly holder: string; readonly bank: string; readonly number: string };

const longestName = 80;

/**
 * An account as somebody typed it, the number without its spaces, dots and dashes; the names of the parts that cannot be right
 * otherwise. Indonesian account numbers have 8 to 20 digits, and no check digit that all banks share.
 */
export function readBankAccount(
  typed: BankAccount,
): { readonly account: BankAccount } | { readonly wrong: readonly (keyof BankAccount)[] } {
  const [holder, bank] = [typed.holder, typed.bank].map((text) => text.replaceAll(/\s+/g, " ").trim());
  const account = { holder: holder!, bank: bank!, number: typed.number.replaceAll(/[\s.-]/g, "") };
  const wrong = (Object.keys(account) as (keyof BankAccount)[]).filter((part) => !isRight(part, account));
  return wrong.length > 0 ? { wrong } : { account };
}

function isRight(part: keyof BankAccount, account: BankAccount): boolean {
  if (part === "number") return /^\d{8,20}$/.test(account.number);
  const name = account[part];
  return name.length >= 2 && name.length <= longestName && /\p{L}/u.test(name);
}
