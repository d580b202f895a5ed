import { and, eitherMissing, left, or, right, same, type Call, type Expression } from "#expression";
import type { Comparison, Frequency, Input, Level, Meaning, Words } from "#model";
import { derived } from "./column-features.ts";

/** What two values of one input say, by its meaning. `swapWith`: the other half of a name, which people exchange. */
export function columnComparison(input: Input, swapWith?: Input): Comparison {
  return comparisonOf[input.meaning](input, swapWith);
}

const words = (id: string, en: string): Words => ({ id, en });
const level = (id: string, label: Words, when: Expression, frequency?: Frequency): Level =>
  frequency ? { id, label, when, frequency } : { id, label, when };
const equal = (column: string, weight = 1): Level =>
  level("same", words("sama", "same"), same(column), { column, weight, floor: 1e-5 });
const likeness = (column: string): Call => ["jaro-winkler", left(column), right(column)];
const alike = (column: string, least: number): Level =>
  level(`alike-${Math.round(least * 100)}`, words(`mirip ${least}`, `alike ${least}`), [
    ">=",
    likeness(column),
    least,
  ]);
const edits = (column: string, most: number): Level =>
  level(`edits-${most}`, words(`beda ${most} huruf`, `${most} letters differ`), [
    "<=",
    ["levenshtein", left(column), right(column)],
    most,
  ]);
const otherwise: Level = level("different", words("lain", "different"), true);
const comparison = (input: Input, missing: Expression, levels: Level[], costly = false): Comparison => ({
  name: input.column,
  label: words(input.from.join(" "), input.from.join(" ")),
  ...(costly ? { costly } : {}),
  missing,
  levels: [...levels, otherwise],
});
/** The similarity stands first so that the engine computes it once for all levels. */
const missingText = (column: string): Call => or(["=", likeness(column), -100], eitherMissing(column));

function personName(input: Input, swapWith?: Input): Comparison {
  const text = derived.text(input.column);
  const other = swapWith ? derived.text(swapWith.column) : undefined;
  const swapped = other
    ? [
        level(
          "exchanged",
          words("tertukar", "exchanged"),
          or(["=", left(text), right(other)], ["=", left(other), right(text)]),
        ),
      ]
    : [];
  const initial: Expression = and(
    ["=", ["substring", left(text), 1, 1], ["substring", right(text), 1, 1]],
    or(["=", ["length", left(text)], 1], ["=", ["length", right(text)], 1]),
  );
  const levels = [
    equal(text),
    alike(text, 0.94),
    ...swapped,
    alike(text, 0.88),
    level("initial", words("inisial sama", "same initial"), initial),
    alike(text, 0.78),
  ];
  return comparison(input, missingText(text), levels, true);
}

function fullName(input: Input): Comparison {
  const text = derived.text(input.column);
  const levels = [
    equal(text),
    withinLevel(input.column),
    alike(text, 0.94),
    alike(text, 0.88),
    ...endWords(input.column),
    alike(text, 0.78),
  ];
  return comparison(input, missingText(text), levels, true);
}

const endWords = (column: string): Level[] => [
  level("last-word", words("kata akhir sama", "same last word"), same(derived.last(column)), {
    column: derived.last(column),
    weight: 0.7,
    floor: 1e-5,
  }),
  level("first-word", words("kata pertama sama", "same first word"), same(derived.first(column)), {
    column: derived.first(column),
    weight: 0.7,
    floor: 1e-5,
  }),
];

/** All words of one text occur in the other, in any order. */
function withinLevel(column: string): Level {
  const allOf = (side: typeof left) =>
    and(
      [
        "=",
        ["bit-and", left(derived.maskA(column)), right(derived.maskA(column))],
        side(derived.maskA(column)),
      ],
      [
        "=",
        ["bit-and", left(derived.maskB(column)), right(derived.maskB(column))],
        side(derived.maskB(column)),
      ],
    );
  const several = and([">", left(derived.words(column)), 1], [">", right(derived.words(column)), 1]);
  return level(
    "words-within",
    words("semua kata ada di yang lain", "all words within the other"),
    and(several, or(allOf(left), allOf(right))),
  );
}

function address(input: Input): Comparison {
  const text = derived.text(input.column);
  const levels = [
    equal(text),
    withinLevel(input.column),
    alike(text, 0.92),
    alike(text, 0.85),
    alike(text, 0.75),
  ];
  return comparison(input, missingText(text), levels, true);
}

function shortText(input: Input): Comparison {
  const text = derived.text(input.column);
  return comparison(input, missingText(text), [equal(text), alike(text, 0.92), alike(text, 0.84)], true);
}

function identity(input: Input): Comparison {
  const text = derived.text(input.column);
  return comparison(input, eitherMissing(text), [equal(text, 0.5), edits(text, 1), edits(text, 2)]);
}

function birthDate(input: Input): Comparison {
  const { column } = input;
  const digitsApart: Call = ["hamming", left(derived.digits(column)), right(derived.digits(column))];
  const part = (side: typeof left, from: number): Call => [
    "substring",
    side(derived.digits(column)),
    from,
    2,
  ];
  const swapped = and(
    same(derived.year(column)),
    ["=", part(left, 5), part(right, 7)],
    ["=", part(left, 7), part(right, 5)],
  );
  const gap: Call = ["abs", ["-", left(derived.year(column)), right(derived.year(column))]];
  return comparison(input, eitherMissing(derived.day(column)), [
    level("same", words("tanggal sama", "same date"), same(derived.day(column))),
    level("day-month-swapped", words("hari dan bulan tertukar", "day and month swapped"), swapped),
    level("one-digit", words("beda satu angka", "one digit differs"), ["<=", digitsApart, 1]),
    level("two-digits", words("beda dua angka", "two digits differ"), ["<=", digitsApart, 2]),
    level("same-year", words("tahun sama", "same year"), same(derived.year(column))),
    level("year-near", words("tahun berdekatan", "years within two"), ["<=", gap, 2]),
  ]);
}

function birthYear(input: Input): Comparison {
  const year = derived.year(input.column);
  const gap: Call = ["abs", ["-", left(year), right(year)]];
  return comparison(input, eitherMissing(year), [
    level("same", words("tahun sama", "same year"), same(year)),
    level("off-by-one", words("beda satu tahun", "off by one year"), ["<=", gap, 1]),
    level("near", words("berdekatan", "within five years"), ["<=", gap, 5]),
  ]);
}

function sex(input: Input): Comparison {
  const text = derived.text(input.column);
  return comparison(input, eitherMissing(text), [level("same", words("sama", "same"), same(text))]);
}

function email(input: Input): Comparison {
  const local = derived.local(input.column);
  return comparison(
    input,
    missingText(local),
    [
      equal(derived.text(input.column)),
      level("same-name-part", words("nama surel sama", "same name before @"), same(local), {
        column: local,
        weight: 1,
        floor: 1e-5,
      }),
      alike(local, 0.92),
      alike(local, 0.84),
    ],
    true,
  );
}

const comparisonOf: Record<Meaning, (input: Input, swapWith?: Input) => Comparison> = {
  "given-name": personName,
  surname: personName,
  "full-name": fullName,
  "birth-date": birthDate,
  "birth-year": birthYear,
  sex,
  "national-id": identity,
  "household-id": identity,
  place: shortText,
  address,
  postcode: identity,
  phone: identity,
  email,
  occupation: shortText,
  other: shortText,
};
