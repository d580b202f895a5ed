/** Digits of every script as 0 to 9: full-width, Arabic-Indic, Devanagari and the like mean the same number. */
export function plainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[^\P{Nd}0-9]/gu, (digit) => String(placeInRow(digit.codePointAt(0)!) % 10));
}

/** Unicode sets the ten digits of a script in a row, now and then two rows of ten behind each other. */
const placeInRow = (at: number): number =>
  /\p{Nd}/u.test(String.fromCodePoint(at - 1)) ? placeInRow(at - 1) + 1 : 0;
