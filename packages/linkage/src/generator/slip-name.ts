import type { ErrorRates } from "./error-rates.ts";
import type { Random } from "./random.ts";
import {
  addedWords,
  degreesBehind,
  fatherNames,
  hajiWords,
  neighbourKeys,
  shortForms,
  spellings,
  sukuNames,
  titlesBefore,
} from "./spellings.ts";

/** Whose name it is, as far as lists make a difference. The name is in capitals, its words parted by one space. */
export type NamedPerson = {
  readonly name: string;
  readonly sex: "male" | "female";
  readonly age: number;
  readonly isMinang: boolean;
};

/** A name as someone else would type it, in capitals: often right, sometimes shortened, respelt, titled or mistyped. */
export function slipName(random: Random, person: NamedPerson, rates: ErrorRates["name"]): string {
  const right = person.name.split(" ");
  const written = right.map((word) => slipWord(random, word, { rates, isOnly: right.length === 1 }));
  let words = rearrange(random, written.filter(Boolean), { person, rates });
  if (person.isMinang && random.chance(rates.suku)) words.push(random.pick(sukuNames));
  if (random.chance(rates.nickname)) words = [nicknameOf(random, words)];
  return withTitles(random, words.join(" "), { person, rates });
}

type WordRates = {
  readonly rates: ErrorRates["name"];
  readonly isOnly: boolean;
};

/** Nothing when the word is left out, as MUHAMMAD now and then is. */
function slipWord(random: Random, word: string, { rates, isOnly }: WordRates): string {
  const forms = shortForms[word];
  if (word === "MUHAMMAD" && forms) {
    if (random.chance(rates.muhammad)) return random.pick(forms);
    return !isOnly && random.chance(rates.muhammad * 0.12) ? "" : word;
  }
  if (forms && random.chance(rates.commonWord)) return random.pick(forms);
  const spelt = random.chance(rates.respelt) ? respell(random, word) : word;
  return random.chance(rates.mistyped) ? mistype(random, spelt) : spelt;
}

type Whose = { readonly person: NamedPerson; readonly rates: ErrorRates["name"] };

function rearrange(random: Random, words: string[], { person, rates }: Whose): string[] {
  if (words.length < 2)
    return random.chance(rates.wordAdded) ? [...words, random.pick(addedWords[person.sex])] : words;
  let point = random.next();
  if ((point -= rates.lastWordDropped) < 0) return words.slice(0, -1);
  if ((point -= rates.initial) < 0) {
    const place = random.int(1, words.length - 1);
    const initial = (words[place] ?? "").charAt(0) + (random.chance(0.5) ? "." : "");
    return words.map((word, at) => (at === place ? initial : word));
  }
  if ((point -= rates.swapped) < 0) return words.toReversed();
  return point - rates.joined < 0 ? [words.slice(0, 2).join(""), ...words.slice(2)] : words;
}

function nicknameOf(random: Random, words: readonly string[]): string {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  const length = Math.max(3, Math.min(4, longest.length - 2));
  return random.chance(0.5) ? longest.slice(0, length) : longest.slice(-length);
}

function withTitles(random: Random, name: string, { person, rates }: Whose): string {
  let titled = name;
  if (person.age > 45 && random.chance(rates.haji)) titled = random.pick(hajiWords[person.sex]) + titled;
  if (person.age > 22 && random.chance(rates.degree)) {
    titled = random.chance(0.5) ? random.pick(titlesBefore) + titled : titled + random.pick(degreesBehind);
  }
  if (!random.chance(rates.father)) return titled;
  return `${titled} ${person.sex === "male" ? "BIN" : "BINTI"} ${random.pick(fatherNames)}`;
}

/** The word in another of its usual spellings; mistyped when none of those tried fits. */
export function respell(random: Random, word: string): string {
  for (let tried = 0; tried < 8; tried += 1) {
    const [pattern, spelling] = random.pick(spellings);
    const spelt = word.replace(pattern, spelling);
    if (spelt !== word && spelt.length > 1) return spelt;
  }
  return mistype(random, word);
}

/** One slip of the finger: a neighbouring key, a letter lost, doubled, or exchanged with the next. Two letters stay. */
export function mistype(random: Random, word: string): string {
  if (word.length < 3) return word;
  const place = random.int(0, word.length - 1);
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  const point = random.next();
  const neighbours = neighbourKeys[letter];
  if (point < 0.35 && neighbours)
    return before + neighbours.charAt(random.int(0, neighbours.length - 1)) + after;
  if (point < 0.6) return before + after;
  if (point < 0.8) return before + letter + letter + after;
  return after === "" ? before : before + after.charAt(0) + letter + after.slice(1);
}
