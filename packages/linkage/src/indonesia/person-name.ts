import type { Call, Expression } from "#expression";
import { row } from "#expression";
import type { Feature } from "#model";

/** One step of a chain: a regular expression both RE2 and JavaScript read alike, and its replacement. */
type Step = readonly [pattern: string, by: string];

const degrees =
  "SPDI|SPD|SE|SEI|SH|SHI|SSOS|SAG|SKOM|SKM|SIP|STP|SP|SPT|SPI|SSI|SS|SAP|SSTP|MM|MH|MSI|MPD|MPDI|MA|MAP|MKES|AMD|AMDKEB|AMK|SKEP|SKEB|NERS|SST|LC|BA|BSC";
const titles =
  "HAJJAH|HAJAH|HAJI|HJ|H|KH|DRS|DRA|DRH|DRG|DR|IR|PROF|USTADZ|USTAD|UST|TN|NY|SDRI|SDR|BPK|IBU|ALMH|ALM|RM|RR|RA|R";
const muhammad =
  "MUHAMMAD|MUHAMAD|MOHAMMAD|MOHAMAD|MOCHAMMAD|MOCHAMAD|MUCHAMMAD|MUCHAMAD|MUHAMMED|MOHAMMED|MUHAMMAT|MUHAMAT|MUHD|MUH|MOHD|MOH|MHD|MOCH|MUCH";

/** Marks, signs and what follows a comma; names written plainly need none of it. */
const plain = "[^A-Z ]|  |^ | $";
const cleaning: readonly Step[] = [
  ["[.'`’]", ""],
  ["[^A-Z,]+", " "],
  ["^ +", ""],
  [" *,.*$", ""],
];

/** Degrees, patronymics and titles off. */
const baring: readonly Step[] = [
  [`( (${degrees}))+ *$`, ""],
  [" (BIN|BINTI|BT|BTE) .*$", ""],
  [`^((${titles}) +)+`, ""],
  [" +$", ""],
];

/** Standard forms for the commonest words. */
const expanding: readonly Step[] = [
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
const repeats: readonly Step[] = [
  ["III", "I"],
  ["II", "I"],
  ["UUU", "U"],
  ["UU", "U"],
  ..."ABDFGHKLMNRST".split("").map((letter): Step => [letter + letter, letter]),
];
const endings: readonly Step[] = [
  ["H ", " "],
  ["D ", "T "],
];

/** First words too common, or a birth order or rank (Bali, Bugis), to identify anyone. In phonetic form. */
const weakFirstWords =
  "MUHAMAT|SITI|ABTUL|ABDUL|AHMAT|NUR|SRI|M|A|N|S|I|NI|UAIAN|MADI|NIUMAN|KITUT|FUTU|GIDI|KADIK|KUMANG|ANDI|DAING|DAIN";

/**
 * From `name` as written to `name_normal`, the name that identifies, or null when nothing is left. One column a step:
 * a step's text is worked out once, and one test for all its patterns spares most names the whole chain.
 */
export const normalNameColumns: Feature[] = [
  { name: "name_folded", is: ["fold", row("name")] },
  { name: "name_clean", is: where(row("name_folded"), plain, (text) => rewrite(text, cleaning)) },
  { name: "name_bare", is: where(row("name_clean"), anyOf(baring), (text) => rewrite(text, baring)) },
  {
    name: "name_normal",
    is: ["null-if", where(row("name_bare"), anyOf(expanding), (text) => rewrite(text, expanding)), ""],
  },
];

/** From `name_normal` to `name_words`, its phonetic key, words still apart: equal for spellings that sound alike. */
export const soundColumns: Feature[] = [
  {
    name: "name_letters",
    is: [
      "translate",
      where(["concat", row("name_normal"), " "], anyOf(digraphs), (text) => replaceAll(text, digraphs)),
      ...confusedLetters,
    ],
  },
  {
    name: "name_words",
    is: [
      "null-if",
      [
        "trim",
        replaceAll(
          where(row("name_letters"), anyOf(repeats), (text) => replaceAll(text, repeats)),
          endings,
        ),
      ],
      "",
    ],
  },
];

/** The first word of `name_words` that identifies: skips up to two weak ones when another follows. */
export const mainWord: Call = [
  "token",
  ["regex-replace", row("name_words"), `^((${weakFirstWords}) ){1,2}`, ""],
  1,
];

/** Texts in which the pattern occurs, rewritten; the others as they are. */
function where(text: Expression, pattern: string, rewritten: (text: Expression) => Expression): Call {
  return ["case", ["regex-test", text, pattern], rewritten(text), text];
}

function anyOf(steps: readonly Step[]): string {
  return steps.map(([from]) => from).join("|");
}

function rewrite(text: Expression, steps: readonly Step[]): Expression {
  return steps.reduce<Expression>((before, [pattern, by]) => ["regex-replace", before, pattern, by], text);
}

function replaceAll(text: Expression, steps: readonly Step[]): Expression {
  return steps.reduce<Expression>((before, [from, to]) => ["replace", before, from, to], text);
}
