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
