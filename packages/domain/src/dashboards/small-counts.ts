/** On pages of summaries no smaller count of people is told (reliability.md G.7, S13). */
export const fewestOfSummaries = 10;
/** Claims of fewer families are not drawn one by one (interface.md C11). */
export const fewestOfClaims = 5;

/** Whether a count may be told: to those who work with the lists always, to those who see summaries when it is not small. */
export const isTold = (people: number, seesPersons: boolean): boolean =>
  seesPersons || people >= fewestOfSummaries;

/** Percent with one decimal of a part in a whole; null where the whole is empty or may not be told. */
export function shareTold(part: number, whole: number, seesPersons: boolean): number | null {
  return whole === 0 || !isTold(whole, seesPersons) ? null : Math.round((part / whole) * 1000) / 10;
}

/** Of those who owed a month (paid, still due, in arrears), which percent paid by the pay-by day; null where nobody owed. */
export function onTimeShare(month: {
  readonly onTime: number;
  readonly covered: number;
  readonly due: number;
  readonly grace: number;
}): number | null {
  const owed = month.covered + month.due + month.grace;
  return owed === 0 ? null : Math.round((month.onTime / owed) * 1000) / 10;
}
