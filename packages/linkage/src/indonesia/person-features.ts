import type { Call, Expression } from "#expression";
import { and, not, oneOf, or, row } from "#expression";
import type { Feature, FeatureGroup, Input } from "#model";
import { dateNumber, digits, validDate } from "#meanings";
import { nikYear } from "./nik-year.ts";
import { mainWord, normalNameColumns, soundColumns } from "./person-name.ts";

/** The columns the Indonesian preset reads. */
export const personInputs: readonly Omit<Input, "from">[] = [
  { column: "name", meaning: "full-name" },
  { column: "nik", meaning: "national-id" },
  { column: "family_card", meaning: "household-id" },
  { column: "birth", meaning: "birth-date" },
  { column: "sex", meaning: "sex" },
  { column: "village", meaning: "place" },
  { column: "address", meaning: "address" },
];

const nameFeatures: Feature[] = [
  ...normalNameColumns,
  ...soundColumns,
  { name: "name_sound", is: ["null-if", ["replace", row("name_words"), " ", ""], ""] },
  { name: "word_count", is: ["token-count", row("name_words")] },
  { name: "first_word", is: mainWord },
  { name: "last_word", is: ["case", [">", row("word_count"), 1], ["token", row("name_words"), -1], null] },
  { name: "mask_a", is: ["token-mask", row("name_words"), 1] },
  { name: "mask_b", is: ["token-mask", row("name_words"), 2] },
];

const onlyDigits = (column: string): Call => ["regex-replace", row(column), "[^0-9]", ""];
/** 1111…, 9999…, 0000…: typed to get past a form. */
const repeatedDigit = (number: Expression): Expression =>
  oneOf(
    ["substring", number, 1, 15],
    ["0", "1", "2", "3", "9"].map((digit) => digit.repeat(15)),
  );

const numberFeatures: Feature[] = [
  { name: "nik_digits", is: onlyDigits("nik") },
  { name: "card_digits", is: onlyDigits("family_card") },
  {
    name: "nik_number",
    is: [
      "case",
      and(
        [">=", ["length", row("nik_digits")], 15],
        ["<=", ["length", row("nik_digits")], 17],
        not(["ends-with", row("nik_digits"), "0000"]),
        not(repeatedDigit(row("nik_digits"))),
      ),
      row("nik_digits"),
      null,
    ],
  },
  {
    name: "nik_full",
    is: ["case", ["=", ["length", row("nik_number")], 16], row("nik_number"), null],
  },
  {
    /* Serial 0000 is a placeholder or spreadsheet damage; region and birth date before it are still good. */
    name: "nik_stem",
    is: [
      "case",
      and(
        ["=", ["length", row("nik_digits")], 16],
        not(["starts-with", row("nik_digits"), "000"]),
        not(repeatedDigit(row("nik_digits"))),
        not(["=", ["substring", row("nik_digits"), 7, 6], "000000"]),
      ),
      ["substring", row("nik_digits"), 1, 12],
      null,
    ],
  },
  { name: "nik_head", is: ["substring", row("nik_full"), 1, 12] },
  { name: "nik_tail", is: ["substring", row("nik_full"), 7, 10] },
  {
    name: "card",
    is: [
      "case",
      and(["=", ["length", row("card_digits")], 16], not(["ends-with", row("card_digits"), "0000"])),
      row("card_digits"),
      null,
    ],
  },
];

const birthFeatures: Feature[] = [
  { name: "nik_year", is: nikYear(row("nik_stem")) },
  { name: "nik_month", is: digits(row("nik_stem"), 9, 2) },
  { name: "nik_sex_day", is: digits(row("nik_stem"), 7, 2) },
  { name: "nik_day", is: ["%", row("nik_sex_day"), 40] },
  {
    name: "birth_day",
    is: ["coalesce", row("birth_stated"), validDate(row("nik_year"), row("nik_month"), row("nik_day"))],
  },
  { name: "year", is: ["//", row("birth_day"), 10000] },
  { name: "month", is: ["%", ["//", row("birth_day"), 100], 100] },
  { name: "day", is: ["%", row("birth_day"), 100] },
  {
    /* Days written when the true one is unknown. Source: Permendagri 19/2010 (1 July), practice before 2004 (31 December). */
    name: "default_day",
    is: ["coalesce", oneOf(["%", row("birth_day"), 10000], [101, 1231, 701]), false],
  },
  {
    name: "gender",
    is: [
      "case",
      not(["is-null", row("sex_stated")]),
      row("sex_stated"),
      and([">=", row("nik_sex_day"), 41], ["<=", row("nik_sex_day"), 71]),
      "P",
      and([">=", row("nik_sex_day"), 1], ["<=", row("nik_sex_day"), 31]),
      "L",
      null,
    ],
  },
];

const sexFeatures: Feature[] = [
  {
    name: "sex_stated",
    is: [
      "case",
      ["regex-test", ["fold", row("sex")], "^(L|M|1)"],
      "L",
      ["regex-test", ["fold", row("sex")], "^(P|F|W|2)"],
      "P",
      null,
    ],
  },
];

const villageFeatures: Feature[] = [
  {
    name: "village_code",
    is: [
      "null-if",
      [
        "case",
        ["regex-test", row("village"), "^[0-9][0-9. ]+$"],
        ["regex-replace", row("village"), "[^0-9]", ""],
        ["trim", ["fold", row("village")]],
      ],
      "",
    ],
  },
  {
    name: "district",
    is: [
      "case",
      ["regex-test", row("village_code"), "^[0-9]{6}"],
      ["substring", row("village_code"), 1, 6],
      null,
    ],
  },
];

/** Cut before cleaning: the shorter the text, the cheaper. */
const streetCut: Call = [
  "regex-replace",
  ["regex-replace", ["fold", row("address")], "[ ,.]+RT.*$", ""],
  "^ *(JL|JLN|JALAN)[. ]+",
  "",
];
const streetFeatures: Feature[] = [
  { name: "street", is: ["null-if", ["trim", ["regex-replace", streetCut, "[^A-Z0-9]+", " "]], ""] },
  { name: "street_number", is: ["case", ["regex-test", row("street"), "[0-9]"], row("street"), null] },
];

/** Derived columns of one person, in the order they build on each other. */
export const personFeatures: FeatureGroup[] = [
  { perDistinct: "name", columns: nameFeatures },
  { perDistinct: "birth", columns: [{ name: "birth_stated", is: dateNumber(row("birth")) }] },
  { perDistinct: "sex", columns: sexFeatures },
  { perDistinct: "village", columns: villageFeatures },
  { columns: [...numberFeatures, ...birthFeatures, ...streetFeatures] },
];

/** Both records carry the day that stands for "unknown". */
export const eitherDefaultDay = or(["left", "default_day"], ["right", "default_day"]);
