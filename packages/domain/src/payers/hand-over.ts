import type { Month } from "#time";

/** An enrolment as a turn to pay: from its first month until the first month it no longer pays. */
export type Turn = {
  readonly enrolmentId: string;
  readonly payerId: string;
  readonly state: "ready" | "in-packet" | "sent" | "accepted" | "rejected" | "ended";
  readonly fromMonth: Month;
  readonly untilMonth: Month | null;
};

/**
 * `at-bpjs`: its packet is not answered yet. `village-officer`: the village pays as employer. `sponsored`: a civil servant's pledge
 * ends by its own stop. `not-open`: nobody pays by it any more.
 */
export type HandOverReason = "at-bpjs" | "village-officer" | "sponsored" | "not-open";

/** Why an enrolment cannot be handed over now; null when it can. */
export function reasonAgainstHandOver(
  turn: Pick<Turn, "state"> & { readonly segment: string; readonly isSponsored: boolean },
): HandOverReason | null {
  if (turn.state === "ended" || turn.state === "rejected") return "not-open";
  if (turn.segment === "pu-village") return "village-officer";
  if (turn.isSponsored) return "sponsored";
  return turn.state === "in-packet" || turn.state === "sent" ? "at-bpjs" : null;
}

/** What a hand-over makes of one turn. `begun` is null where nobody takes over yet. */
export type HandedOver = { readonly ended: Turn; readonly begun: Turn | null };

/**
 * Ends an open turn with the month and begins the next one in the same month, so that no month is without a payer and none has two. What BPJS
 * has accepted stays accepted: membership is the worker's, only who pays changes. What was not sent never began.
 */
export function handOver(
  turn: Turn & { readonly state: "ready" | "accepted" },
  month: Month,
  to: { readonly payerId: string; readonly enrolmentId: string } | null,
): HandedOver {
  const from = turn.fromMonth > month ? turn.fromMonth : month;
  const untilMonth = turn.state === "accepted" ? from : turn.fromMonth;
  return {
    ended: { ...turn, state: "ended", untilMonth },
    begun: to === null ? null : { ...to, state: turn.state, fromMonth: from, untilMonth: null },
  };
}

/** Takes it back: the former turn as it stood, and the later one as if it had never begun. */
export function takeBack({ ended, begun }: HandedOver, before: "ready" | "accepted"): HandedOver {
  return {
    ended: { ...ended, state: before, untilMonth: null },
    begun: begun === null ? null : { ...begun, state: "ended", untilMonth: begun.fromMonth },
  };
}

/** Whose turn a month is, of what BPJS has accepted or is yet to be sent; more than one contradicts. */
export function payersOfMonth(turns: readonly Turn[], month: Month): readonly string[] {
  return turns
    .filter(
      ({ state, fromMonth, untilMonth }) =>
        state !== "rejected" && fromMonth <= month && (untilMonth === null || month < untilMonth),
    )
    .map(({ payerId }) => payerId);
}
