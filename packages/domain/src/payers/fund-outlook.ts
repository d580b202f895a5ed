import { daysBetween, lastDay, monthOf, shiftMonth, type CivilDate, type Month } from "#time";

/** What a payer has promised: budget and heads from a month through another. */
export type FundPeriod = {
  readonly fromMonth: Month;
  readonly lastMonth: Month;
  readonly budgetRupiah: number;
  readonly heads: number;
};

/** Days before a period's end from which somebody has to decide who takes over; at least sixty are asked for. */
const handOverNoticeDays = 90;

/** `open`: no period is known. `ahead`: promised and not begun. `over`: the last one has ended and workers are left. */
export type FundState = "open" | "ahead" | "running" | "ends-soon" | "over";

export type FundOutlook = {
  readonly state: FundState;
  /** The last day for which money is promised without a gap from today on; of what is over, the day it ended. */
  readonly endsOn: CivilDate | null;
  readonly daysLeft: number | null;
  /** The first month in which nobody pays for these workers unless they are handed over; null where nothing is asked. */
  readonly handOverFrom: Month | null;
};

const nothingKnown: FundOutlook = { state: "open", endsOn: null, daysLeft: null, handOverFrom: null };

/**
 * How long a payer's promised money reaches on a day, periods that follow each other without a gap taken together, and whether his
 * workers have to be handed over. A payer without workers is asked nothing.
 */
export function fundOutlook(periods: readonly FundPeriod[], workers: number, today: CivilDate): FundOutlook {
  const last = reach(periods, monthOf(today));
  if (last === undefined) return workers === 0 ? nothingKnown : withoutCurrent(periods, today);
  const endsOn = lastDay(last);
  const daysLeft = daysBetween(today, endsOn);
  const isSoon = workers > 0 && daysLeft <= handOverNoticeDays;
  return {
    state: isSoon ? "ends-soon" : "running",
    endsOn,
    daysLeft,
    handOverFrom: isSoon ? shiftMonth(last, 1) : null,
  };
}

/** The last month of the unbroken row of periods that holds the month. */
function reach(periods: readonly FundPeriod[], month: Month): Month | undefined {
  let last: Month | undefined;
  for (const { fromMonth, lastMonth } of periods.toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1))) {
    const isNext = fromMonth <= (last === undefined ? month : shiftMonth(last, 1));
    if (isNext && lastMonth >= month && (last === undefined || lastMonth > last)) last = lastMonth;
  }
  return last;
}

function withoutCurrent(periods: readonly FundPeriod[], today: CivilDate): FundOutlook {
  const ended = periods.map(({ lastMonth }) => lastMonth).filter((each) => each < monthOf(today));
  const latest = ended.toSorted().at(-1);
  if (latest !== undefined) {
    const endsOn = lastDay(latest);
    return { state: "over", endsOn, daysLeft: daysBetween(today, endsOn), handOverFrom: monthOf(today) };
  }
  return periods.length === 0 ? nothingKnown : { ...nothingKnown, state: "ahead" };
}

export type PeriodReason = "ends-before-it-begins" | "overlaps" | "amount-unclear" | "heads-unclear";

/** Why a period cannot be entered beside those that stand. */
export function reasonsAgainstPeriod(
  period: FundPeriod,
  standing: readonly FundPeriod[],
): readonly PeriodReason[] {
  const overlaps = standing.some(
    ({ fromMonth, lastMonth }) => fromMonth <= period.lastMonth && period.fromMonth <= lastMonth,
  );
  return [
    ...(period.lastMonth < period.fromMonth ? (["ends-before-it-begins"] as const) : []),
    ...(overlaps ? (["overlaps"] as const) : []),
    ...(isWhole(period.budgetRupiah, 1e13) ? [] : (["amount-unclear"] as const)),
    ...(isWhole(period.heads, 1e6) ? [] : (["heads-unclear"] as const)),
  ];
}

const isWhole = (value: number, below: number) => Number.isInteger(value) && value > 0 && value < below;

/** One payer and month, as it was counted. */
export type PayerMonth = {
  readonly month: Month;
  readonly owedWorkers: number;
  readonly owedRupiah: number;
  readonly paidMonths: number;
  readonly paidRupiah: number;
  readonly fullMonths: number;
};

export type PayerSums = {
  readonly owedRupiah: number;
  readonly paidRupiah: number;
  readonly paidMonths: number;
  readonly fullMonths: number;
  /** What a month with full cover has cost, whole rupiah; null where none was bought. */
  readonly rupiahPerFullMonth: number | null;
};

/** What a payer owed, paid and bought from a month through another, or ever. */
export function sumMonths(
  months: readonly PayerMonth[],
  within?: Pick<FundPeriod, "fromMonth" | "lastMonth">,
): PayerSums {
  const chosen = months.filter(
    ({ month }) => within === undefined || (within.fromMonth <= month && month <= within.lastMonth),
  );
  const sum = (of: (one: PayerMonth) => number) => chosen.reduce((all, one) => all + of(one), 0);
  const paidRupiah = sum((one) => one.paidRupiah);
  const fullMonths = sum((one) => one.fullMonths);
  return {
    owedRupiah: sum((one) => one.owedRupiah),
    paidRupiah,
    paidMonths: sum((one) => one.paidMonths),
    fullMonths,
    rupiahPerFullMonth: fullMonths === 0 ? null : Math.round(paidRupiah / fullMonths),
  };
}
