/**
 * How long a password is (OWASP ASVS 5.0, 6.2.1 and 6.2.9): at least 8 by the standard and 12 here, as cities that carry out
 * BSSN regulation 4/2021 ask for 12; 15 is advised; 64 must be allowed, longer ones cost only time.
 */
const passwordLength = { least: 12, advised: 15, most: 128 } as const;

export type PasswordFault = "too-short" | "too-long" | "common" | "personal";

type Known = {
  /** Words of the place and the person: city, product, name, address. */
  readonly words: readonly string[];
  /** Whether a word stands in a list of passwords that attackers try first. */
  readonly isCommon: (word: string) => boolean;
};

/**
 * What is wrong with a new password, all of it. Nothing is asked of its letters, digits or signs (ASVS 5.0, 6.2.5); it may not
 * be one that attackers try (6.2.4, 6.2.12), also not with a few digits behind it or written twice, nor be made of
 * the names around it (6.2.11).
 */
export function passwordFaults(password: string, { words, isCommon }: Known): readonly PasswordFault[] {
  const { length } = Array.from(password);
  const faults: PasswordFault[] = [];
  if (length < passwordLength.least) faults.push("too-short");
  if (length > passwordLength.most) faults.push("too-long");
  if (coresOf(password).some(isCommon) || new Set(password).size < fewestCharacters) faults.push("common");
  else if (isPersonal(password, words)) faults.push("personal");
  return faults;
}

/** "aaaaaaaaaaaa" and "121212121212" stand in no list and are tried all the same. */
const fewestCharacters = 5;

/** A password, and what is left of it without digits and signs around it and without saying it twice. */
function coresOf(password: string): readonly string[] {
  const whole = password.toLowerCase();
  const bare = whole.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [whole, bare].flatMap((word) => [word, onceOf(word)]).filter((word) => word.length >= shortestWord);
}

function onceOf(word: string): string {
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}

const shortestWord = 4;

/** Made of the words around it when fewer than eight characters remain without them: what ASVS 6.2.1 asks at least. */
function isPersonal(password: string, words: readonly string[]): boolean {
  const known = words.map(plain).filter((word) => word.length >= shortestWord);
  const longestFirst = known.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ""), plain(password));
  return rest !== plain(password) && rest.length < 8;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
