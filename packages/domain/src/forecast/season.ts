import type { RateSource } from "#law";
import { month, type Month } from "#time";
import type { Flow } from "./history.ts";

const decreed: RateSource = { instrument: "SKB tiga menteri", article: "Idulfitri", mark: "reported" };
const reckoned: RateSource = {
  instrument: "hisab, menunggu sidang isbat",
  article: "Idulfitri",
  mark: "from-memory",
};

/** Months of Idulfitri, when households spend on other things. Those without a decree are reckoned and may fall a month off. */
export const festiveMonths: readonly { readonly month: Month; readonly source: RateSource }[] = [
  ...["2025-04", "2026-03"].map((of) => ({ month: month(of), source: decreed })),
  ...["2027-03", "2028-02", "2029-02", "2030-02", "2031-01", "2032-01", "2033-01", "2033-12"].map((of) => {
    return { month: month(of), source: reckoned };
  }),
];

const festive = new Set<Month>(festiveMonths.map((row) => row.month));
export const isFestive = (of: Month): boolean => festive.has(of);

/** How many times as often as in other months people join and stop; 1 where no such month lies behind. */
export type Season = { readonly join: number; readonly stop: number; readonly monthsSeen: number };

/** So many months of Idulfitri without any difference are mixed in: one month alone is weak evidence. */
const doubt = 1;

/** `flows` of the whole city, `months` of the same length. Factors lie between a fifth and five. */
export function seasonOf(flows: readonly Flow[], months: readonly Month[]): Season {
  const seen = months.filter(isFestive).length;
  const ordinary = flows.filter((_, at) => !isFestive(months[at]!));
  const special = flows.filter((_, at) => isFestive(months[at]!));
  if (seen === 0 || ordinary.length === 0) return { join: 1, stop: 1, monthsSeen: seen };
  const factor = (did: (flow: Flow) => number, could: (flow: Flow) => number) => {
    const rate = (of: readonly Flow[]) => sum(of, did) / Math.max(1, sum(of, could));
    const usual = rate(ordinary);
    const ratio = usual === 0 ? 1 : rate(special) / usual;
    return Math.min(5, Math.max(0.2, (ratio * seen + doubt) / (seen + doubt)));
  };
  return {
    join: factor(
      ({ joined }) => joined,
      ({ never }) => never,
    ),
    stop: factor(
      ({ stopped }) => stopped,
      ({ covered }) => covered,
    ),
    monthsSeen: seen,
  };
}

const sum = (flows: readonly Flow[], of: (flow: Flow) => number): number =>
  flows.reduce((total, flow) => total + of(flow), 0);
