/** A step as it was kept; `undoes` names the one that it takes back. */
export type KeptStep = {
  readonly id: string;
  readonly undoes: string | null;
};

/** The steps that still hold, in their order: what was taken back is gone, and so is the taking back. */
export function standingSteps<S extends KeptStep>(steps: readonly S[]): readonly S[] {
  const undone = new Set(steps.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  return steps.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}

/**
 * The step that its taker may still take back: the last one that holds, as long as nobody has acted on it. Undefined where it was
 * somebody else's.
 */
export function stepToUndo<S extends KeptStep & { readonly takenBy: string; readonly takenRole: string }>(
  steps: readonly S[],
  by: { readonly userId: string; readonly role: string },
): S | undefined {
  const last = standingSteps(steps).at(-1);
  return last?.takenBy === by.userId && last.takenRole === by.role ? last : undefined;
}
