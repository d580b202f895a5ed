import type { CoverState } from "./cover-state.ts";

/**
 * What a worker who is not counted as covered stands as, beside the figure. `grace`: a participant who owes.
 * `waiting-first-payment`: taken in by BPJS, nothing ever paid. `list-only`: BPJS's own list says active, and no payment
 * is known.
 */
export type StandsBeside = "grace" | "waiting-first-payment" | "list-only";

/** The one answer to "is this worker covered" in a published figure: the month's contribution stands, or is not yet due. */
export function countsAsCovered(state: CoverState): boolean {
  return state === "covered" || state === "due";
}

/** Who is shown beside the figure, and as what; null for those inside it and for those with neither cover nor membership. */
export function standsBeside(state: CoverState): StandsBeside | null {
  return beside[state] ?? null;
}

const beside: Partial<Record<CoverState, StandsBeside>> = {
  "grace-1": "grace",
  "grace-2": "grace",
  "grace-3": "grace",
  "village-owes": "grace",
  "waiting-first-payment": "waiting-first-payment",
  listed: "list-only",
};
