import { AppError } from "#app";

/** Rules that the database itself holds against an entry. */
const rules = new Set([
  "ledger_sign",
  "ledger_closed_month",
  "ledger_two_persons",
  "ledger_mirror",
  "ledger_chain",
  "ledger_entries_reversed_once",
  "ledger_proposals_one_open",
  "ledger_closings_once",
  "ledger_closing_decided",
  "ledger_closing_order",
  "ledger_closing_stale",
]);

/** What the books refuse, as a conflict that names the rule and the account or entry; everything else is thrown as it came. */
export function asRefusal(error: unknown): never {
  const { constraint, detail } = error as { readonly constraint?: string; readonly detail?: string };
  if (constraint === undefined || !rules.has(constraint)) throw error;
  throw new AppError("conflict", { reason: constraint, which: detail }, error);
}
