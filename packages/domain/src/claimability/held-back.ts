import { type CheckCode, checks, type ShownCode, toldByVillage } from "./check.ts";

/** What a person decided of somebody red: to hold them back, to register them all the same, or to take either back. */
export const redDecisions = ["hold", "send", "release"] as const;
export type RedDecision = (typeof redDecisions)[number];

/** Why, each a sentence that names no illness. */
export const redReasons = {
  hold: ["to-be-completed", "does-not-qualify", "asked-by-family", "branch-said-no"],
  send: ["seen-in-person", "papers-seen", "branch-agreed", "register-is-wrong"],
  release: ["completed", "decided-by-mistake"],
} as const satisfies Readonly<Record<RedDecision, readonly string[]>>;
export type RedReason = (typeof redReasons)[RedDecision][number];

/** Whether the reason belongs to the decision. */
export const isReasonFor = (decision: RedDecision, reason: string): boolean =>
  (redReasons[decision] as readonly string[]).includes(reason);

export type Decided = { readonly decision: RedDecision; readonly missing: readonly ShownCode[] };

/** Whether the last decision keeps somebody out of packets. */
export const isHeld = (last: Pick<Decided, "decision"> | null): boolean => last?.decision === "hold";

/**
 * Whether somebody still has to decide: something red stands that the last decision did not know of. One who is held back waits
 * for nobody, as nothing of them is sent.
 */
export function needsDecision(missing: readonly CheckCode[], last: Decided | null): boolean {
  const red = missing.filter((code) => checks[code].weight === "red");
  if (red.length === 0 || isHeld(last)) return false;
  if (last?.decision !== "send") return true;
  return !red.every((code) => last.missing.includes(checks[code].isTold ? toldByVillage : code));
}
