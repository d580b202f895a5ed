import { plainDigits } from "./plain-digits.ts";

/**
 * Sixteen digits in a row, as a NIK or family card is written, also in groups: 1377 9001 0579 0001 or 1377.9001.0579.0001, in
 * the digits of any script.
 */
export function holdsIdentityNumber(text: string): boolean {
  return /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/.test(plainDigits(text));
}
