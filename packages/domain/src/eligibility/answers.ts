import type { MissingFact } from "./facts.ts";
import type { Judgement } from "./judge-eligibility.ts";

/**
 * Whether a judgement speaks against paying for the person. That somebody else pays this month does not: it is why nobody need
 * pay, not why nobody may. A fact that is only missing does not either.
 */
export function barsPayment({ reasons }: Pick<Judgement, "reasons">): boolean {
  return reasons.some(({ code }) => code !== "paid-by-another");
}

/** Whoever proposes a list declares the consent of those on it, so it may still be missing before. */
export const mayBeMissingBeforeList: ReadonlySet<MissingFact> = new Set(["consent"]);

/** Whether nothing keeps a person from a list but what is declared with it. */
export function isReadyForList({ reasons, missing }: Pick<Judgement, "reasons" | "missing">): boolean {
  return reasons.length === 0 && missing.every((fact) => mayBeMissingBeforeList.has(fact));
}
