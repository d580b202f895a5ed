import type { CoverState } from "./cover-state.ts";

/** What a card says to whoever holds it: no reason, no amount, and of a death nothing. */
export type CardAnswer =
  | "covered"
  | "arrears"
  | "waiting"
  | "unsure"
  | "not-covered"
  | "unknown"
  | "ended-card";

const answers: Readonly<Record<CoverState, CardAnswer>> = {
  "not-registered": "not-covered",
  waiting: "waiting",
  rejected: "not-covered",
  "waiting-first-payment": "waiting",
  listed: "unsure",
  covered: "covered",
  due: "covered",
  "grace-1": "arrears",
  "grace-2": "arrears",
  "grace-3": "arrears",
  "village-owes": "arrears",
  ended: "not-covered",
  died: "not-covered",
};

/** The answer of a card by the state of cover that was found last; nothing found is no cover. */
export function cardAnswer(found: { readonly isEnded: boolean; readonly state: string | null }): CardAnswer {
  if (found.isEnded) return "ended-card";
  const known: Readonly<Record<string, CardAnswer>> = answers;
  return known[found.state ?? "not-registered"] ?? "not-covered";
}
