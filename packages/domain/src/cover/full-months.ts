import { addMonths, firstDay, type CivilDate, type Month } from "#time";
import { findDeathBenefit } from "./benefit-rates.ts";
import type { CoverExplanation } from "./explain-cover.ts";

/** Whether the full death benefit holds on a day for who became a participant on another; undefined where no rule covers the day. */
export function isFullOn(participantFrom: CivilDate, on: CivilDate): boolean | undefined {
  const row = findDeathBenefit(on);
  return row === undefined ? undefined : addMonths(participantFrom, row.fullAfterMonths) <= on;
}

/**
 * The paid months on whose first day the full death benefit held: what a grant is weighed by. Where the city was told that paid months
 * count and not membership, so many months were paid before as well.
 */
export function fullMonths({
  spells,
  months,
  settings,
}: Pick<CoverExplanation, "spells" | "months" | "settings">): Month[] {
  const countsPaid = settings.some(
    ({ name, value }) => name === "full-death-benefit-counts" && value === "paid",
  );
  const paid = months.filter(({ state }) => state === "covered").map(({ month }) => month);
  return spells.flatMap(({ from, to }) => {
    const own = paid.filter((month) => month >= from.slice(0, 7) && (to === null || firstDay(month) <= to));
    return own.filter((month, before) => {
      const needed = findDeathBenefit(firstDay(month))?.fullAfterMonths ?? 0;
      return isFullOn(from, firstDay(month)) === true && (!countsPaid || before >= needed);
    });
  });
}
