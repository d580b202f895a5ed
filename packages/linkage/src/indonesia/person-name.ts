import type { Call, Expression } from "#expression";
import { oneOf } from "#expression";

/** One step of a chain: a regular expression both RE2 and JavaScript read alike, and its replacement. */
type Step = readonly [pattern: string, by: string];

const degrees =
  "SPDI|SPD|SE|SEI|SH|SHI|SSOS|SAG|SKOM|SKM|SIP|STP|SP|SPT|SPI|SSI|SS|SAP|SSTP|MM|MH|MSI|MPD|MPDI|MA|MAP|MKES|AMD|AMDKEB|AMK|SKEP|SKEB|NERS|SST|LC|BA|BSC";
const titles =
  "HAJJAH|HAJAH|HAJI|HJ|H|KH|DRS|DRA|DRH|DRG|DR|IR|PROF|USTADZ|USTAD|UST|TN|NY|SDRI|SDR|BPK|IBU|ALMH|ALM|RM|RR|RA|R";
const muhammad =
  "MUHAMMAD|MUHAMAD|MOHAMMAD|MOHAMAD|MOCHAMMAD|MOCHAMAD|MUCHAMMAD|MUCHAMAD|MUHAMMED|MOHAMMED|MUHAMMAT|MUHAMAT|MUHD|MUH|MOHD|MOH|MHD|MOCH|MUCH";

/** From a name as written to the name that identifies: titles, degrees, patronymics off; standard forms for the commonest words. */
const normalisation: readonly Step[] = [
  ["[.'`’]", ""],
  ["[^A-Z,]+", " "],
  ["^ +", ""],
  [" *,.*$", ""],
  [`( (${degrees}))+ *$`, ""],
  [" (BIN|BINTI|BT|BTE) .*$", ""],
  [`^((${titles}) +)+`, ""],
  [" +$", ""],
  ["^(M|MD) ", "MUHAMMAD "],
  [`(^| )(${muhammad})( |$)`, "$1MUHAMMAD$3"],

  ["^(ABD|ABDOEL|ABDL|ABDUL) +", "ABDUL "],
  ["(^| )(ACHMAD|AKHMAD|AHMAT|ACHMAT|AHMED|AHMD)( |$)", "$1AHMAD$3"],
  ["^(ST|STI|SITTI|SITY|SITIE) ", "SITI "],
  ["(^| )(NOER|NOOR|NOR|NOUR)( |$)", "$1NUR$3"],
  ["^(SRIE|SRY|SERI) ", "SRI "],
];

/** Old spelling and common confusions, written out: plain replacements are many times cheaper than regular expressions. */
const digraphs: readonly Step[] = [
  ["OE", "U"],
  ["DJ", "J"],
  ["TJ", "C"],
  ["SJ", "S"],
  ["NJ", "NY"],
  ["SY", "S"],
  ["SH", "S"],
  ["TS", "S"],
  ["KH", "H"],
  ["CH", "H"],
  ["DH", "D"],
  ["DZ", "D"],
  ["DL", "D"],
  ["TH", "T"],
  ["PH", "F"],
  ["GH", "G"],
  ["X", "KS"],
];
const confusedLetters = ["QCVPZJYWOE", "KKFFSIIUUI"] as const;
const doubled = "ABDFGHKLMNRST".split("").map((letter): Step => [letter + letter, letter]);
const vowelRuns: readonly Step[] = [
  ["III", "I"],
  ["II", "I"],
  ["UUU", "U"],
  ["UU", "U"],
];
const endings: readonly Step[] = [
  ["H ", " "],
  ["D ", "T "],
];

/** First words too common, or a birth order or rank (Bali, Bugis), to identify anyone. In phonetic form. */
const weakFirstWords =
  "MUHAMAT SITI ABTUL ABDUL AHMAT NUR SRI M A N S I NI UAIAN MADI NIUMAN KITUT FUTU GIDI KADIK KUMANG ANDI DAING DAIN".split(
    " ",
  );

/** The normalised name (`name_normal`), or null when nothing is left. */
export function normalName(written: Expression): Call {
  const folded: Call = ["fold", written];
  return [
    "null-if",
    normalisation.reduce<Call>((text, [p, by]) => ["regex-replace", text, p, by], folded),
    "",
  ];
}

/** The phonetic key of a normalised name, words still apart: equal for spellings that sound alike. */
export function phoneticKey(normal: Expression): Call {
  const plain = replaceWhereFound(["concat", normal, " "], digraphs);
  const letters: Call = ["translate", plain, ...confusedLetters];
  const singled = replaceWhereFound(letters, [...vowelRuns, ...doubled]);
  return ["trim", replaceAll(singled, endings)];
}

/** The first word that identifies: skips up to two weak ones when another follows. */
export function significantWord(key: Expression): Call {
  const weak = (n: number) => oneOf(["token", key, n], weakFirstWords);
  const words: Call = ["token-count", key];
  return [
    "case",
    ["and", [">", words, 2], weak(1), weak(2)],
    ["token", key, 3],
    ["and", [">", words, 1], weak(1)],
    ["token", key, 2],
    ["token", key, 1],
  ];
}

/** One test for all patterns spares most names the whole chain. */
const replaceWhereFound = (text: Call, steps: readonly Step[]): Call => [
  "case",
  ["regex-test", text, steps.map(([from]) => from).join("|")],
  replaceAll(text, steps),
  text,
];

const replaceAll = (text: Call, steps: readonly Step[]): Call =>
  steps.reduce<Call>((before, [from, to]) => ["replace", before, from, to], text);
