import { addDays, type CivilDate } from "#time";

/** Calendar days for objections and days within which minutes are shown: no rule says them, so that the city can. */
export const minutesSettings = {
  "minutes-objection-days": { value: 2, confirmed: false },
  "minutes-due-days": { value: 3, confirmed: false },
} as const;

/** The last day on which a village may object: as many calendar days after the day on which the draft was shown. */
export const objectionsUntil = (shownOn: CivilDate, days: number): CivilDate => addDays(shownOn, days);

/** Minutes may become final once the last day for objections is over. */
export const mayBecomeFinal = (until: CivilDate, today: CivilDate): boolean => today > until;
