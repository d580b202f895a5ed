import { addDays, type CivilDate } from "#time";

/** Of UU 27/2022, whose own text has not been read for it. */
const withdrawalTerms = [
  {
    from: "2024-10-17",
    days: 3,
    source: {
      instrument: "UU 27/2022",
      article: "pasal 40: berhenti memproses paling lambat 3 × 24 jam setelah persetujuan ditarik",
      confirmed: false,
    },
  },
] as const;

/** The last day on which whatever rests on a consent that was withdrawn on this day has to have stopped. */
export function stopBy(withdrawnOn: CivilDate): CivilDate {
  const term = withdrawalTerms.findLast(({ from }) => from <= withdrawnOn) ?? withdrawalTerms[0];
  return addDays(withdrawnOn, term.days);
}
