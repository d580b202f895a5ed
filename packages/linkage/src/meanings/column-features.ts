import { row, type Call, type Expression } from "#expression";
import type { Feature, Input, Meaning } from "#model";
import { dateNumber } from "./civil-date.ts";

/** Derived columns of one input, by its meaning. Every text is folded: upper case, no accents, single spaces. */
export function columnFeatures(input: Input): Feature[] {
  return featuresOf[input.meaning](input.column);
}

/** Names of derived columns, so that comparisons and blocking spell them alike. */
export const derived = {
  text: (column: string) => `${column}_text`,
  start: (column: string) => `${column}_start`,
  sound: (column: string) => `${column}_sound`,
  maskA: (column: string) => `${column}_mask_a`,
  maskB: (column: string) => `${column}_mask_b`,
  words: (column: string) => `${column}_words`,
  first: (column: string) => `${column}_first`,
  last: (column: string) => `${column}_last`,
  day: (column: string) => `${column}_day`,
  digits: (column: string) => `${column}_digits`,
  year: (column: string) => `${column}_year`,
  local: (column: string) => `${column}_local`,
};

const folded = (column: string, keep: string): Call => [
  "null-if",
  ["trim", ["regex-replace", ["fold", row(column)], `[^${keep}]+`, " "]],
  "",
];

const plainText = (column: string): Feature[] => [
  { name: derived.text(column), is: folded(column, "A-Z0-9") },
  { name: derived.start(column), is: ["substring", row(derived.text(column)), 1, 3] },
];

const nameText = (column: string): Feature[] => [
  { name: derived.text(column), is: folded(column, "A-Z") },
  { name: derived.start(column), is: ["substring", row(derived.text(column)), 1, 3] },
  { name: derived.sound(column), is: consonants(row(derived.text(column))) },
];

const wordSet = (column: string): Feature[] => [
  { name: derived.words(column), is: ["token-count", row(derived.text(column))] },
  { name: derived.maskA(column), is: ["token-mask", row(derived.text(column)), 1] },
  { name: derived.maskB(column), is: ["token-mask", row(derived.text(column)), 2] },
  { name: derived.first(column), is: ["token", row(derived.text(column)), 1] },
  { name: derived.last(column), is: ["token", row(derived.text(column)), -1] },
];

const code = (column: string): Feature[] => [
  {
    name: derived.text(column),
    is: ["null-if", ["regex-replace", ["fold", row(column)], "[^A-Z0-9]+", ""], ""],
  },
  { name: derived.start(column), is: ["substring", row(derived.text(column)), 1, 3] },
];

const date = (column: string): Feature[] => [
  { name: derived.day(column), is: dateNumber(row(column)) },
  { name: derived.digits(column), is: ["concat", row(derived.day(column)), ""] },
  { name: derived.year(column), is: ["//", row(derived.day(column)), 10000] },
];

const year = (column: string): Feature[] => [
  { name: derived.year(column), is: ["integer", ["regex-extract", row(column), "([0-9]{4})", 1]] },
];

const gender = (column: string): Feature[] => [
  { name: derived.text(column), is: ["substring", folded(column, "A-Z0-9"), 1, 1] },
];

const phone = (column: string): Feature[] => [
  {
    name: derived.text(column),
    is: ["null-if", ["substring", ["regex-replace", row(column), "[^0-9]", ""], -8], ""],
  },
];

const email = (column: string): Feature[] => [
  { name: derived.text(column), is: ["null-if", ["trim", ["fold", row(column)]], ""] },
  {
    name: derived.local(column),
    is: ["null-if", ["regex-extract", row(derived.text(column)), "^([^@]*)", 1], ""],
  },
];

const featuresOf: Record<Meaning, (column: string) => Feature[]> = {
  "given-name": nameText,
  surname: nameText,
  "full-name": (column) => [...nameText(column), ...wordSet(column)],
  "birth-date": date,
  "birth-year": year,
  sex: gender,
  "national-id": code,
  "household-id": code,
  place: plainText,
  address: (column) => [...plainText(column), ...wordSet(column)],
  postcode: code,
  phone,
  email,
  occupation: plainText,
  other: plainText,
};

/** First letter and the consonants after it: survives most vowel slips and doubled letters. */
function consonants(text: Expression): Call {
  const rest: Call = ["regex-replace", ["substring", text, 2], "[AEIOUHWY ]", ""];
  const alike: Call = ["translate", rest, "CQZXVPDB", "KKSSFFTF"];
  return ["substring", ["concat", ["substring", text, 1, 1], alike], 1, 4];
}
