/** A written name taken apart: what people are called, and the titles before and after it. */
export type PersonName = {
  readonly before: readonly string[];
  readonly core: string;
  readonly after: readonly string[];
};

const TITLES_BEFORE: Readonly<Record<string, string>> = {
  H: "H.", HJ: "Hj.", HAJI: "H.", HAJJAH: "Hj.", KH: "K.H.", DRS: "Drs.", DRA: "Dra.", IR: "Ir.", DR: "Dr.",
  PROF: "Prof.", USTADZ: "Ustadz", UST: "Ust.", BUYA: "Buya", TUANKU: "Tuanku", TK: "Tk.", LABAI: "Labai",
  ALM: "Alm.", ALMH: "Almh.", NS: "Ns.",
}; // prettier-ignore

const TITLES_AFTER: Readonly<Record<string, string>> = {
  SPD: "S.Pd", SPDI: "S.Pd.I", SE: "S.E", SH: "S.H", SHI: "S.H.I", SSOS: "S.Sos", SIP: "S.IP", SSTP: "S.STP",
  SKEP: "S.Kep", SKM: "S.KM", SKOM: "S.Kom", ST: "S.T", SPT: "S.Pt", SP: "S.P", SAG: "S.Ag", SPSI: "S.Psi", SSI: "S.Si",
  MM: "M.M", MSI: "M.Si", MPD: "M.Pd", MH: "M.H", MT: "M.T", MKES: "M.Kes", MKOM: "M.Kom", AMD: "A.Md", AMDKEB: "A.Md.Keb",
  AMDKEP: "A.Md.Kep", STRKEB: "S.Tr.Keb", SSTRKEB: "S.Tr.Keb", BA: "B.A", LC: "Lc",
}; // prettier-ignore

/** Written small inside a name. */
const PARTICLES = new Set(["BIN", "BINTI", "BT", "B", "ALIAS", "GELAR"]);
const SHORTENED: Readonly<Record<string, string>> = { DT: "Dt.", ST: "St.", BGD: "Bgd.", MUHD: "Muhd.", MHD: "Mhd.", MUH: "Muh.", MOH: "Moh.", ABD: "Abd." }; // prettier-ignore
const ROMAN = /^(II|III|IV|VI|VII|VIII)$/;

/** Separates titles and degrees from the name. A title is only taken off while another word remains. */
export function splitPersonName(text: string): PersonName {
  const clean = text
    .normalize("NFC")
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[\s_]+/g, " ")
    .replace(/^[\s,]+/, "")
    .trim();
  const [beforeComma = "", ...degrees] = clean.split(/,\s*/);
  const words = beforeComma.split(" ").filter((word) => word !== "");
  const before: string[] = [];
  while (words.length > 1 && titleBefore(words[0]) !== undefined)
    before.push(titleBefore(words.shift()) ?? "");
  const trailing: string[] = [];
  while (words.length > 1 && isDegree(words.at(-1))) trailing.unshift(degree(words.pop() ?? ""));
  const written = degrees
    .flatMap((part) => (isDegree(part) ? [part] : part.split(" ")))
    .filter((part) => part !== "");
  return { before, core: words.join(" "), after: [...trailing, ...written.map(degree)] };
}

/** The name as it should stand on a screen: "ROSMANIAR, S.PD" → "Rosmaniar, S.Pd". Words and their order never change. */
export function tidyPersonName(text: string): string {
  const { before, core, after } = splitPersonName(text);
  const name = core.split(" ").map(tidyWord).join(" ");
  return [[...before, name].join(" "), ...after].filter((part) => part !== "").join(", ");
}

/** A physician writes dr., a doctor of science Dr.: only small letters tell them apart. */
function titleBefore(word: string | undefined): string | undefined {
  if (word === "dr." || word === "dr") return "dr.";
  return word === undefined ? undefined : TITLES_BEFORE[keyOf(word)];
}

/** "ST" at the end may be Sutan or sarjana teknik: only with a dot inside it is the degree. */
function isDegree(word: string | undefined): boolean {
  if (word === undefined || TITLES_AFTER[keyOf(word)] === undefined) return false;
  const isShortWord = keyOf(word).length <= 2;
  return !isShortWord || /\p{L}\.\p{L}/u.test(word) || ["SE", "SH", "MM"].includes(keyOf(word));
}

function degree(word: string): string {
  return TITLES_AFTER[keyOf(word)] ?? tidyWord(word.trim(), 1);
}

function keyOf(word: string): string {
  return word.toUpperCase().replace(/[^\p{L}]/gu, "");
}

function tidyWord(word: string, place: number): string {
  const key = keyOf(word);
  if (PARTICLES.has(key) && place > 0 && (key !== "B" || !word.includes("."))) return word.toLowerCase();
  if (SHORTENED[key] !== undefined) return SHORTENED[key];
  if (ROMAN.test(word.toUpperCase())) return word.toUpperCase();
  return word
    .toLowerCase()
    .replace(/(^|[-.(])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase());
}
