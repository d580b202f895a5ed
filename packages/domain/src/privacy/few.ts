/** Of fewer people of one office one could guess who they are (contracts.md 1). */
const fewestOfAnOffice = 5;

/** Somebody, and too few of an office to be told how many or which. */
export function isTooFewOfAnOffice(count: number): boolean {
  return count > 0 && count < fewestOfAnOffice;
}
