import type { Month } from "#time";

/** One month of a village, in people: covered at its end, covered for the first time, covered again after membership had ended. */
export type ObservedMonth = {
  readonly month: Month;
  readonly covered: number;
  readonly joined: number;
  readonly returned: number;
};

/** Consecutive months, oldest first. `everyone`: vulnerable workers who could be covered, by the city's estimate. */
export type VillageHistory = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly everyone: number;
  readonly months: readonly ObservedMonth[];
};

/** What happened in one month: who could, and who did. Stopping is whatever the other three leave unexplained. */
export type Flow = {
  readonly never: number;
  readonly covered: number;
  readonly out: number;
  readonly joined: number;
  readonly stopped: number;
  readonly back: number;
};

/** Nobody is uncovered by an estimate: everyone is never fewer than were ever covered. */
export function everyoneOf({ everyone, months }: VillageHistory): number {
  const first = months[0];
  const everJoined = months.slice(1).reduce((sum, { joined }) => sum + joined, first?.covered ?? 0);
  return Math.max(everyone, everJoined, ...months.map(({ covered }) => covered));
}

/** One flow for each month after the first. */
export function flowsOf(history: VillageHistory): readonly Flow[] {
  const everyone = everyoneOf(history);
  let ever = history.months[0]?.covered ?? 0;
  return history.months.slice(1).map((now, at) => {
    const before = history.months[at]!.covered;
    const never = everyone - ever;
    const out = Math.max(0, ever - before);
    const rest = now.covered - before - now.joined;
    const back = Math.max(0, rest, Math.min(now.returned, out));
    const stopped = Math.min(before, Math.max(0, back - rest));
    ever += now.joined;
    return { never, covered: before, out, joined: now.joined, stopped, back };
  });
}

/** Months whose number differs from the one before: only they tell something new. The first counts where anybody is covered. */
export function distinctObservations(months: readonly Pick<ObservedMonth, "covered">[]): number {
  return months.filter(({ covered }, at) => covered !== (months[at - 1]?.covered ?? 0)).length;
}

/** The area's months as one: sums of the villages, month by month, over the months that all have. */
export function sumHistories(histories: readonly VillageHistory[]): readonly ObservedMonth[] {
  const sums = new Map<Month, { month: Month; covered: number; joined: number; returned: number }>();
  for (const { months } of histories)
    for (const { month, covered, joined, returned } of months) {
      const sum = sums.get(month) ?? { month, covered: 0, joined: 0, returned: 0 };
      sum.covered += covered;
      sum.joined += joined;
      sum.returned += returned;
      sums.set(month, sum);
    }
  return [...sums.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
