/** Where poor ends and better off begins, as the city has set it; deciles 1 (poorest) to 10. */
export type DecileLines = { readonly poorTo: number; readonly betterFrom: number };

/** A decile as the register gives it: exact where both ends are one, a span ("desil 1 s.d. 4") otherwise; null where it gives none. */
export type DecileSpan = { readonly from: number | null; readonly to: number | null };

/** Where a family stands: `between` lies between the lines, `unclear` is a span that crosses one, `unknown` has no decile. */
export type Standing = "poor" | "between" | "better-off" | "unclear" | "unknown";

/** No exact decile is guessed: a span counts only where all of it lies on one side. */
export function standingOfDecile({ from, to }: DecileSpan, { poorTo, betterFrom }: DecileLines): Standing {
  if (from === null || to === null) return "unknown";
  if (to <= poorTo) return "poor";
  if (from >= betterFrom) return "better-off";
  return from > poorTo && to < betterFrom ? "between" : "unclear";
}

/** Whether the family may be poor, or may be better off, by a span that leaves it open. */
export function mayBe(side: "poor" | "better-off", { from, to }: DecileSpan, lines: DecileLines): boolean {
  if (from === null || to === null) return false;
  return side === "poor" ? from <= lines.poorTo : to >= lines.betterFrom;
}
