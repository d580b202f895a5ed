/** First and last code points of runs of letters whose upper case is more than one letter (Unicode SpecialCasing). */
const runs =
  "df df 149 149 1f0 1f0 390 390 3b0 3b0 587 587 1e96 1e9a 1f50 1f50 1f52 1f52 1f54 1f54 1f56 1f56 1f80 1faf 1fb2 1fb4 1fb6 1fb7 1fbc 1fbc 1fc2 1fc4 1fc6 1fc7 1fcc 1fcc 1fd2 1fd3 1fd6 1fd7 1fe2 1fe4 1fe6 1fe7 1ff2 1ff4 1ff6 1ff7 1ffc 1ffc fb00 fb06 fb13 fb17"
    .split(" ")
    .map((code) => Number.parseInt(code, 16));

/** ß, ŉ, ǰ, ﬁ and the like: letters that folding leaves as they are. */
export const longUpperCase: string = lettersOf(runs);

function lettersOf([first, last, ...rest]: readonly number[]): string {
  if (first === undefined || last === undefined) return "";
  const letters = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return String.fromCodePoint(...letters) + lettersOf(rest);
}
