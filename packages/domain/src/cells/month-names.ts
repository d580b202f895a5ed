import { parseMonth, type Month } from "#time";

/** Indonesian month names as offices shorten them, with the old spellings (Pebruari, Nopember) and English. */
const beginnings: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^[fp]eb/, 2],
  [/^(mar|mrt)/, 3],
  [/^apr/, 4],
  [/^(mei|may)/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^(agu|ags|agt|aug)/, 8],
  [/^sep/, 9],
  [/^(okt|oct)/, 10],
  [/^(nov|nop)/, 11],
  [/^(des|dec)/, 12],
];

/** 1 to 12; undefined when the word is no month. */
export function readMonthName(word: string): number | undefined {
  const letters = word.toLowerCase().replace(/\.$/, "");
  return letters.length > 10 ? undefined : beginnings.find(([beginning]) => beginning.test(letters))?.[1];
}

/** "2026-07", "07/2026", "202607", "Juli 2026", "Jul-26", or a whole date inside the month. */
export function readMonth(text: string): Month | undefined {
  const tidy = text.normalize("NFKC").trim();
  const yearFirst = /^(\d{4})[-/.]?(\d{1,2})(?:[-/.T ].*)?$/.exec(tidy);
  if (yearFirst !== null) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^(?:\d{1,2}[-/. ])?(\d{1,2}|\p{L}+\.?)[-/., ]+'?(\d{4}|\d{2})$/u.exec(tidy);
  if (monthFirst === null) return undefined;
  const [, written = "", year = ""] = monthFirst;
  const number = /\p{L}/u.test(written) ? readMonthName(written) : Number(written);
  if (number === undefined) return undefined;
  return monthOf(year.length === 2 ? 2000 + Number(year) : Number(year), number);
}

function monthOf(year: number, number: number): Month | undefined {
  return parseMonth(`${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`);
}
