/** Two texts to compare; null stands for a missing value. */
export type TextPair = readonly [a: string | null, b: string | null];

const words =
  "SITI NURHAYATI MUHAMMAD ZULFIKAR AISYAH SRI WAHYUNI DJOKO SOESILO I MADE SUDIARTA TENGKU PUTRI ANDI DAENG NASRUL HUTAGALUNG NI LUH KETUT ABDUL RAHMAN FITRIANI CHANIAGO YUSUF BUDI SANTOSO DEWI LESTARI AGUS SALIM RINI ANGGRAINI HERMAN SYAFRIL SUKMAWATI TJAHJONO".split(
    " ",
  );
const odd: readonly TextPair[] = [
  ["", ""],
  ["", "A"],
  ["A", ""],
  ["A", "A"],
  ["A", "B"],
  ["AB", "BA"],
  ["CA", "ABC"],
  ["IFINDI", "FINDI"],
  ["MARTHA", "MARHTA"],
  ["DICKSONX", "DIXON"],
  ["AAAAAAAAAA", "AAAAAAAAA"],
  ["ABABABABAB", "BABABABABA"],
  ["JOSÉ", "JOSE"],
  ["ÉLODIE", "ELODIE"],
  ["éßñÅø", "ESSNAO"],
  ["ﬁtri", "FITRI"],
  ["ŁUKASZ ǰ", "LUKASZ J"],
  ["Ñandú  ì", "NANDU I"],
  ["中村", "中田"],
  ["naïve café", "NAIVE CAFE"],
  ["A.B\nC", "A B C"],
  ["O'NEIL \\1 $2", "ONEIL"],
  [" BUDI  SANTOSO ", "BUDI SANTOSO"],
  ["M. ALI, S.Pd", "MUHAMMAD ALI"],
  ["H. MOH. DJOKO SOESILO", "MUHAMMAD JOKO SUSILO"],
  ["1377920101900001", "1377920101900002"],
  ["1371990", "1371991"],
  ["-12", "12"],
  ["1E3", "1000"],
  ["0B1", "1"],
  ["1990-02-28", "28/02/1990"],
  [null, "SITI"],
  ["SITI", null],
  [null, null],
];

/**
 * Over a thousand pairs, the same on every machine: full names of the country beside copies with wrong, lost, added,
 * swapped, moved and doubled letters, strangers, very long names, and the odd texts above.
 */
export function textPairs(): TextPair[] {
  const next = numbers(20_261_121);
  const name = (parts: number) => Array.from({ length: parts }, () => pick(words, next())).join(" ");
  const pairs: TextPair[] = [...odd];
  for (let i = 0; i < 720; i++) {
    const whole = name(1 + (i % 4));
    let copy = whole;
    for (let slips = 0; slips <= i % 5; slips++) copy = pick(slip, next())(copy, next);
    pairs.push(i % 2 === 0 ? [whole, copy] : [whole.replaceAll(" ", ""), copy.replaceAll(" ", "")]);
  }
  for (let i = 0; i < 240; i++) pairs.push([name(1 + (i % 3)), name(1 + ((i >> 1) % 3))]);
  for (let i = 0; i < 40; i++) pairs.push([name(9 + (i % 8)), name(8 + (i % 5))]);
  return pairs;
}

type Next = () => number;
const letters = "AEIOUHKNSRTZ ";
const slip: readonly ((text: string, next: Next) => string)[] = [
  (text, next) => splice(text, next(), (letter) => (letter === "A" ? "E" : "A")),
  (text, next) => splice(text, next(), () => ""),
  (text, next) => splice(text, next(), (letter) => letter + pick(letters.split(""), next())),
  (text, next) => splice(text, next(), (letter) => letter + letter),
  (text, next) => {
    const at = next() % Math.max(text.length - 1, 1);
    return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
  },
  (text) => text.split(" ").toReversed().join(" "),
  (text, next) =>
    text
      .split(" ")
      .toSpliced(next() % text.split(" ").length, 1)
      .join(" "),
  (text, next) => text.slice(next() % 3) + text.slice(0, next() % 4),
];

function splice(text: string, n: number, change: (letter: string) => string): string {
  const at = n % Math.max(text.length, 1);
  return text.slice(0, at) + change(text[at] ?? "") + text.slice(at + 1);
}

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** Numerical Recipes' linear congruence; the upper bits are good enough to spell names. */
function numbers(seed: number): Next {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
