import { and, left, not, or, right, same, type Expression } from "#expression";
import type { Frequency, Words } from "#model";

/** A chance, one for all strata or one per stratum. */
export type Chance<Stratum extends string> = number | Readonly<Record<Stratum | "otherwise", number>>;
/** What may be said about any level besides its condition. */
export type LevelExtras<Stratum extends string> = {
  id?: string;
  label?: Words;
  /** Chance of this level when both records are one person (m) and when they are two (u). Training fills them in. */
  m?: Chance<Stratum>;
  u?: Chance<Stratum>;
};
export type BuiltLevel = {
  id: string;
  label: Words;
  when: Expression;
  frequency?: Frequency;
  m?: Chance<string>;
  u?: Chance<string>;
};

type Rare<Shared extends string> = {
  /** Rare values weigh more; `column` names another column whose shares to use, `weight` how much of the effect to take. */
  frequency?: true | { column?: Shared; weight?: number; floor?: number };
};

/** Columns for which `wordSet` was spread into the features. */
type WordColumn<Column extends string> = Column extends `${infer Base}_mask_a` ? Base : never;

/** Ready-made levels of agreement that read only columns the model makes and name only strata of their comparison. */
export type LevelMakers<Column extends string, Shared extends string, Stratum extends string> = {
  exact: (column: Column, more?: LevelExtras<Stratum> & Rare<Shared>) => BuiltLevel;
  /** Jaro–Winkler likeness of at least this much, 0 to 1. */
  jaroWinkler: (column: Column, least: number, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** At most this many letters changed, added or left out. */
  levenshtein: (column: Column, most: number, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** All words of one text occur in the other, both having two or more. */
  wordsWithin: (column: WordColumn<Column>, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** Two of year, month and day equal, of a column made by `dateOf`. */
  dateParts: (column: Column, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** Same year, day and month in each other's place. */
  dayMonthSwapped: (column: Column, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** Numbers at most this far apart. */
  within: (column: Column, most: number, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** Any condition over the pair; its columns are checked when the model is built. */
  when: (id: string, condition: Expression, more?: LevelExtras<Stratum>) => BuiltLevel;
  /** Everything else; every comparison ends with it. */
  otherwise: (more?: LevelExtras<Stratum>) => BuiltLevel;
};

const words = (id: string, en: string): Words => ({ id, en });

type Head = { id: string; label: Words; when: Expression };
const level = (head: Head, more: LevelExtras<string> = {}): BuiltLevel => ({
  ...head,
  ...(more.id === undefined ? {} : { id: more.id }),
  ...(more.label === undefined ? {} : { label: more.label }),
  ...(more.m === undefined ? {} : { m: more.m }),
  ...(more.u === undefined ? {} : { u: more.u }),
});

const distance = (operator: "jaro-winkler" | "levenshtein", column: string): Expression => [
  operator,
  left(column),
  right(column),
];

/** The makers themselves; `buildModel` hands them out typed to the columns of one model. */
export const levelMakers: LevelMakers<string, string, string> = {
  exact: (column, more) => {
    const made = level({ id: "same", label: words("sama", "same"), when: same(column) }, more);
    if (!more?.frequency) return made;
    const rare = more.frequency === true ? {} : more.frequency;
    return {
      ...made,
      frequency: { column: rare.column ?? column, weight: rare.weight ?? 1, floor: rare.floor ?? 1e-5 },
    };
  },
  jaroWinkler: (column, least, more) =>
    level(
      {
        id: `alike-${Math.round(least * 100)}`,
        label: words(`mirip ${least}`, `alike ${least}`),
        when: [">=", distance("jaro-winkler", column), least],
      },
      more,
    ),
  levenshtein: (column, most, more) =>
    level(
      {
        id: `edits-${most}`,
        label: words(`beda ${most} huruf`, `${most} letters differ`),
        when: ["<=", distance("levenshtein", column), most],
      },
      more,
    ),
  wordsWithin: (column, more) => level(wordsWithin(column), more),
  dateParts: (column, more) => level(dateParts(column), more),
  dayMonthSwapped: (column, more) => level(dayMonthSwapped(column), more),
  within: (column, most, more) =>
    level(
      {
        id: `within-${most}`,
        label: words(`selisih paling banyak ${most}`, `at most ${most} apart`),
        when: ["<=", ["abs", ["-", left(column), right(column)]], most],
      },
      more,
    ),
  when: (id, condition, more) => level({ id, label: words(id, id), when: condition }, more),
  otherwise: (more) => level({ id: "different", label: words("lain", "different"), when: true }, more),
};

function wordsWithin(column: string): Head {
  const allOf = (side: typeof left) =>
    and(
      ...[`${column}_mask_a`, `${column}_mask_b`].map((mask): Expression => [
        "=",
        ["bit-and", left(mask), right(mask)],
        side(mask),
      ]),
    );
  const several = and([">", left(`${column}_count`), 1], [">", right(`${column}_count`), 1]);
  return {
    id: "words-within",
    label: words("semua kata ada di yang lain", "all words within the other"),
    when: and(several, or(allOf(left), allOf(right))),
  };
}

const year = (date: Expression): Expression => ["//", date, 10000];
const month = (date: Expression): Expression => ["%", ["//", date, 100], 100];
const day = (date: Expression): Expression => ["%", date, 100];

function dateParts(column: string): Head {
  const equal = (part: (date: Expression) => Expression): Expression => [
    "=",
    part(left(column)),
    part(right(column)),
  ];
  const [y, m, d] = [equal(year), equal(month), equal(day)];
  return {
    id: "two-parts",
    label: words("dua dari tiga bagian sama", "two of three parts equal"),
    when: or(and(y, or(m, d)), and(m, d)),
  };
}

function dayMonthSwapped(column: string): Head {
  const crossed: Expression = and(
    ["=", year(left(column)), year(right(column))],
    ["=", month(left(column)), day(right(column))],
    ["=", day(left(column)), month(right(column))],
  );
  return {
    id: "day-month-swapped",
    label: words("hari dan bulan tertukar", "day and month swapped"),
    when: and(crossed, not(same(column))),
  };
}
