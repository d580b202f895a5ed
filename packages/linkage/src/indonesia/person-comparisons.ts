import type { Call, Expression } from "#expression";
import { and, eitherMissing, left, not, or, right, same } from "#expression";
import type { Comparison, Frequency, Level, Stratum, Words } from "#model";
import { eitherDefaultDay } from "./person-features.ts";

const words = (id: string, en: string): Words => ({ id, en });
const level = (id: string, label: Words, when: Expression, frequency?: Frequency): Level =>
  frequency ? { id, label, when, frequency } : { id, label, when };
const rare = (column: string, weight: number, floor: number): Frequency => ({ column, weight, floor });

const sameDay: Stratum = {
  name: "same-birth",
  label: words("tanggal lahir sama", "same birth date"),
  when: same("birth_day"),
};
const sameCard: Stratum = {
  name: "same-card",
  label: words("KK sama", "same family card"),
  when: same("card"),
};
const sameCardAndDay: Stratum = {
  name: "same-card-and-birth",
  label: words("KK dan tanggal lahir sama", "same family card and birth date"),
  when: and(same("card"), same("birth_day")),
};

const likeness: Call = ["jaro-winkler", left("name_sound"), right("name_sound")];
const allWordsOf = (side: typeof left): Expression =>
  and(
    ["=", ["bit-and", left("mask_a"), right("mask_a")], side("mask_a")],
    ["=", ["bit-and", left("mask_b"), right("mask_b")], side("mask_b")],
  );

const name: Comparison = {
  name: "name",
  label: words("nama", "name"),
  costly: true,
  /* The similarity stands in the first branch on purpose: the engine then computes it once for all levels. */
  missing: or(["=", likeness, -100], eitherMissing("name_normal")),
  levels: [
    level("same", words("nama sama", "same name"), same("name_normal"), rare("name_normal", 1, 2e-6)),
    level(
      "same-sound",
      words("bunyi sama", "sounds the same"),
      same("name_sound"),
      rare("name_sound", 0.9, 2e-6),
    ),
    level(
      "words-within",
      words("semua kata ada di nama yang lain", "all words within the other name"),
      and(
        [">", left("word_count"), 1],
        [">", right("word_count"), 1],
        or(allWordsOf(left), allWordsOf(right)),
      ),
      rare("first_word", 0.7, 1e-5),
    ),
    level("very-alike", words("sangat mirip", "very alike"), [">=", likeness, 0.94]),
    level(
      "single-word",
      words("satu kata, sama dengan kata utama", "a single word, the other's main word"),
      and(same("first_word"), or(["=", left("word_count"), 1], ["=", right("word_count"), 1])),
      rare("first_word", 1, 1e-5),
    ),
    level(
      "main-word",
      words("kata utama sama", "same main word"),
      same("first_word"),
      rare("first_word", 1, 1e-5),
    ),
    level("alike", words("mirip", "alike"), [">=", likeness, 0.88]),
    level("somewhat-alike", words("agak mirip", "somewhat alike"), [">=", likeness, 0.78]),
    level("different", words("lain", "different"), true),
  ],
};

const nikDistance: Call = ["hamming", left("nik_full"), right("nik_full")];
/** Tested only where the cheap condition holds: the engine works out both sides of a plain AND. */
const onlyIf = (cheap: Expression, costly: Expression): Call => ["case", cheap, costly, false];
const lastDigitLost: Expression = and(
  ["=", ["substring", left("nik_full"), 1, 15], ["substring", right("nik_full"), 1, 15]],
  or(["ends-with", left("nik_full"), "0"], ["ends-with", right("nik_full"), "0"]),
);

const nik: Comparison = {
  name: "nik",
  label: words("NIK", "NIK"),
  missing: eitherMissing("nik_number"),
  tieM: true,
  strata: [sameCardAndDay, sameDay, sameCard],
  levels: [
    level("same", words("NIK sama", "same NIK"), same("nik_number")),
    level(
      "cut-at-15",
      words("sama sampai angka ke-15 (rusak lembar kerja)", "same to the 15th digit (spreadsheet damage)"),
      onlyIf(["<=", nikDistance, 1], lastDigitLost),
    ),
    level("other-serial", words("hanya nomor urut lain", "only the serial differs"), same("nik_head")),
    level("one-digit", words("beda satu angka", "one digit differs"), ["<=", nikDistance, 1]),
    level("two-digits", words("beda dua angka", "two digits differ"), ["=", nikDistance, 2]),
    level(
      "digit-lost",
      words("satu angka hilang atau lebih", "a digit lost or added"),
      onlyIf(
        and(
          ["<>", ["length", left("nik_number")], ["length", right("nik_number")]],
          ["=", ["substring", left("nik_number"), 1, 3], ["substring", right("nik_number"), 1, 3]],
        ),
        ["<=", ["damerau", left("nik_number"), right("nik_number")], 1],
      ),
    ),
    level("different", words("NIK lain", "different NIK"), true),
  ],
};

const yearGap: Call = ["abs", ["-", left("year"), right("year")]];
const birth: Comparison = {
  name: "birth",
  label: words("tanggal lahir", "birth date"),
  missing: eitherMissing("birth_day"),
  tieM: true,
  strata: [sameCard],
  levels: [
    level(
      "same",
      words("tanggal lahir sama", "same birth date"),
      and(same("birth_day"), not(left("default_day"))),
    ),
    level(
      "same-default",
      words("sama, tanggal baku (1/1, 1/7, 31/12)", "same default date"),
      same("birth_day"),
    ),
    level(
      "day-month-swapped",
      words("hari dan bulan tertukar", "day and month swapped"),
      and(same("year"), ["=", left("day"), right("month")], ["=", left("month"), right("day")]),
    ),
    level(
      "year-and-default",
      words("tahun sama, satu tanggal baku", "same year, one default date"),
      and(same("year"), eitherDefaultDay),
    ),
    level(
      "two-parts",
      words("dua dari tiga bagian sama", "two of three parts equal"),
      or(and(same("year"), or(same("month"), same("day"))), and(same("month"), same("day"))),
    ),
    level("year-off-by-one", words("tahun beda satu", "year off by one"), ["<=", yearGap, 1]),
    level("year-near", words("tahun berdekatan", "years within five"), ["<=", yearGap, 5]),
    level("different", words("tanggal lahir lain", "different birth date"), true),
  ],
};

const sex: Comparison = {
  name: "sex",
  label: words("jenis kelamin", "sex"),
  missing: eitherMissing("gender"),
  levels: [
    level("same", words("jenis kelamin sama", "same sex"), same("gender")),
    level("different", words("jenis kelamin lain", "different sex"), true),
  ],
};

/** Family card, village and address are one piece of evidence: taken apart, siblings would flood the links. */
const home: Comparison = {
  name: "home",
  label: words("rumah tangga", "household"),
  missing: or(
    and(["is-null", left("card")], ["is-null", left("village_code")]),
    and(["is-null", right("card")], ["is-null", right("village_code")]),
  ),
  levels: [
    level("same-card", words("KK sama", "same family card"), same("card")),
    level("card-one-digit", words("KK beda satu angka", "family card off by one digit"), [
      "<=",
      ["hamming", left("card"), right("card")],
      1,
    ]),
    level(
      "same-address",
      words("desa dan alamat sama", "same village and address"),
      and(same("village_code"), same("street")),
    ),
    level(
      "same-village-no-address",
      words("desa sama, alamat kosong", "same village, no address"),
      and(same("village_code"), eitherMissing("street")),
    ),
    level("same-village", words("desa sama", "same village"), same("village_code")),
    level("same-district", words("kecamatan sama", "same district"), same("district")),
    level("different", words("tempat lain", "another place"), true),
  ],
};

/** Evidence about one pair of persons, costly name last so that hopeless pairs never reach it. */
export const personComparisons: Comparison[] = [name, nik, birth, sex, home];
