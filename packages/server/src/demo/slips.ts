import type { Sex } from "@tuwai/domain/identity";
import type { Random } from "./random.ts";

/** How carefully a list is kept: chances of the slips made in a name. Rates of linkage.md 7. */
export type Care = {
  readonly muhammad: number;
  readonly respelt: number;
  readonly typo: number;
  readonly lastWordDropped: number;
  readonly initialOnly: number;
  readonly joined: number;
  readonly titled: number;
  readonly withFather: number;
  readonly withSuku: number;
  readonly nickname: number;
};

export const FIELD_LIST: Care = {
  muhammad: 0.5, respelt: 0.06, typo: 0.03, lastWordDropped: 0.05, initialOnly: 0.04, joined: 0.015, titled: 0.05,
  withFather: 0.02, withSuku: 0.03, nickname: 0.012,
}; // prettier-ignore

export const REGISTRY: Care = {
  muhammad: 0.15, respelt: 0.015, typo: 0.006, lastWordDropped: 0.008, initialOnly: 0.008, joined: 0.002, titled: 0.01,
  withFather: 0.003, withSuku: 0.004, nickname: 0,
}; // prettier-ignore

/** A name as someone else would type it: often right, sometimes shortened, respelt, titled or mistyped. */
export function slipName(random: Random, person: { name: string; sex: Sex }, care: Care): string {
  let words = person.name.split(" ").map((word) => slipWord(random, word, care));
  if (words.length > 1) words = shortenWords(random, words, care);
  if (random.chance(care.withSuku))
    words.push(random.pick(["KOTO", "PILIANG", "TANJUNG", "CHANIAGO", "JAMBAK", "GUCI"]));
  if (random.chance(care.nickname)) words = [nicknameOf(words)];
  let name = words.join(" ");
  if (random.chance(care.withFather)) name += person.sex === "male" ? " BIN AMIR" : " BINTI AMIR";
  if (!random.chance(care.titled)) return name;
  const title =
    person.sex === "male"
      ? random.pick(["H. ", "H ", "Sdr. ", "Drs. "])
      : random.pick(["Hj. ", "HJ ", "Ny. "]);
  return `${title}${name}`;
}

function slipWord(random: Random, word: string, care: Care): string {
  if (word === "MUHAMMAD" && random.chance(care.muhammad))
    return random.pick(["M.", "MUHD", "MUH.", "MHD", "MUHAMAD", "MOHD"]);
  if (random.chance(care.respelt)) return respell(random, word);
  return random.chance(care.typo) ? mistype(random, word) : word;
}

function shortenWords(random: Random, words: string[], care: Care): string[] {
  if (random.chance(care.lastWordDropped)) return words.slice(0, -1);
  if (random.chance(care.initialOnly)) return [...words.slice(0, -1), `${words.at(-1)?.charAt(0)}.`];
  return random.chance(care.joined) ? [words.slice(0, 2).join(""), ...words.slice(2)] : words;
}

function nicknameOf(words: readonly string[]): string {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  return longest.length > 5 ? longest.slice(-4) : longest;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/SY/, "SJ"], [/SY/, "SH"], [/J/, "DJ"], [/U/, "OE"], [/Y$/, "I"], [/I$/, "Y"], [/F/, "P"], [/F/, "V"], [/Z/, "S"], [/AH$/, "A"],
  [/A$/, "AH"], [/([LMNR])\1/, "$1"], [/DD/, "D"], [/NIAR$/, "NIAL"], [/WATI$/, "WATY"], [/K$/, "Q"], [/IZ/, "IS"], [/UDDIN$/, "UDIN"], [/IYA/, "IA"],
]; // prettier-ignore

/** The same name in another of its usual spellings; unchanged when none fits. */
export function respell(random: Random, word: string): string {
  const fitting = SPELLINGS.filter(([pattern]) => pattern.test(word));
  if (fitting.length === 0) return word;
  const [pattern, spelling] = random.pick(fitting);
  return word.replace(pattern, spelling);
}

/** One slip of the finger: a letter lost, doubled, exchanged with its neighbour, or wrong. */
export function mistype(random: Random, word: string): string {
  if (word.length < 4) return word;
  const place = random.int(1, word.length - 2);
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  const slip = random.draw({ lost: 3, doubled: 2, swapped: 3, wrong: 3 });
  if (slip === "lost") return before + after;
  if (slip === "doubled") return before + letter + letter + after;
  if (slip === "swapped") return before + after.charAt(0) + letter + after.slice(1);
  return before + random.pick(["A", "E", "I", "N", "R", "S", "U"]) + after;
}

/** Sixteen digits with one digit replaced by another, kecamatan digits left alone so that they stay synthetic. */
export function changeDigit(random: Random, digits: string): string {
  const place = random.int(6, digits.length - 1);
  const other = (Number(digits.charAt(place)) + random.int(1, 9)) % 10;
  return digits.slice(0, place) + String(other) + digits.slice(place + 1);
}

/** Two neighbouring digits exchanged, behind the kecamatan digits. */
export function swapDigits(random: Random, digits: string): string {
  const place = random.int(6, digits.length - 2);
  return digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2);
}
