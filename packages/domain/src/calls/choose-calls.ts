/** One reason to call somebody; those of a source stand in the order in which it would call. */
export type CallReason = {
  /** Names its words. */
  readonly code: string;
  /** Whom to call: the same for every reason of one place. */
  readonly who: string;
  /** Something ends within days that a call can still save: it goes before everything else. */
  readonly isUrgent: boolean;
};

export type ChosenCall<Reason> = {
  readonly who: string;
  readonly reason: Reason;
  /** What else there is to say in the same call. */
  readonly also: readonly Reason[];
};

/** More calls than this nobody makes in a morning. */
export const mostCalls = 3;

/**
 * Whom to call: first what ends within days; then the first of each source in turn, so that three calls are about three things. Nobody
 * is called twice: whatever else is to be said there belongs to the same call.
 */
export function chooseCalls<Reason extends CallReason>(
  sources: readonly (readonly Reason[])[],
): readonly ChosenCall<Reason>[] {
  const all = sources.flat();
  const chosen: Reason[] = [];
  const take = (reason: Reason | undefined) => {
    if (reason === undefined || chosen.length === mostCalls) return;
    chosen.push(reason);
  };
  const isNew = ({ who }: Reason) => chosen.every((one) => one.who !== who);
  for (const reason of all) if (reason.isUrgent && isNew(reason)) take(reason);
  const left = sources.map((reasons) => reasons.filter(({ isUrgent }) => !isUrgent));
  while (chosen.length < mostCalls && left.some((reasons) => reasons.some(isNew)))
    for (const reasons of left) take(reasons.find(isNew));
  return chosen.map((reason) => ({
    who: reason.who,
    reason,
    also: all.filter((one) => one.who === reason.who && one !== reason),
  }));
}
