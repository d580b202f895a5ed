/**
 * How far a payroll batch is: drawn up, sent to a second person, locked by that person's word, closed when nothing of it is open any
 * more. What came of it (file, result, transfer) stands in records of its own.
 */
export type BatchState = "draft" | "proposed" | "locked" | "closed" | "cancelled";

export type BatchAct = "prepare" | "propose" | "refuse" | "approve" | "unlock" | "cancel" | "close";

const moves: Readonly<Record<BatchState, Readonly<Partial<Record<BatchAct, BatchState>>>>> = {
  draft: { prepare: "draft", propose: "proposed", cancel: "cancelled" },
  proposed: { refuse: "draft", approve: "locked", cancel: "cancelled" },
  locked: { unlock: "draft", close: "closed" },
  closed: {},
  cancelled: {},
};

export const batchStates = Object.keys(moves) as readonly BatchState[];

/** The state after an act, or null where the act is not open in that state. */
export function nextState(state: BatchState, act: BatchAct): BatchState | null {
  return moves[state][act] ?? null;
}

/** Whether a batch keeps its mandates from other batches of the month. */
export function occupiesMandates(state: BatchState): boolean {
  return state !== "cancelled";
}
