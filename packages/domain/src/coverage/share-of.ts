/** In percent with one decimal, halves up; null of nobody. Throws RangeError where people are not whole numbers from 0. */
export function shareOf(numerator: number, denominator: number): number | null {
  if (!isCount(numerator) || !isCount(denominator))
    throw new RangeError("people are counted in whole numbers from 0");
  return denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
