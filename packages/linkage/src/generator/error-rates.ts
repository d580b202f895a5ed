import type { Random } from "./random.ts";

/** How often one fault happens: in a registry, in a list made in the field, and where the figure comes from. */
type Rate = {
  readonly registry: number;
  readonly field: number;
  readonly what: string;
  readonly source?: string;
};

/**
 * The error model as a table. A rate is the chance per value (per word for `respelt` and `mistyped`). Rows without a
 * source are judgement, set so that names and dates of a registry and a field list agree as often as observed there.
 * Sources: DTSEN's predecessor DTKS 2020 as audited by BPK and KPK; BPJS Penajam Paser Utara 2019; ALSPAC and HES
 * (England); Dukcapil's voter data of 2019; NIK faults of Excel follow from its fifteen digits.
 */
export const errorTable = {
  name: {
    muhammad: { registry: 0.15, field: 0.5, what: "MUHAMMAD written M., MUH, MOHD and the like, of its bearers" },
    commonWord: { registry: 0.05, field: 0.25, what: "SITI, ABDUL, AHMAD, NUR or SRI shortened or respelt" },
    respelt: { registry: 0.015, field: 0.07, what: "a word in an old or other spelling (DJ for J, OE for U)" },
    mistyped: { registry: 0.006, field: 0.03, what: "a word with a slip of the finger" },
    lastWordDropped: { registry: 0.008, field: 0.05, what: "last word left out, of names of several words", source: "ALSPAC: surnames of one person differ in 18 %, forenames in 12 %" },
    initial: { registry: 0.008, field: 0.04, what: "a later word only by its first letter, of names of several words" },
    swapped: { registry: 0.001, field: 0.006, what: "words in reverse order, of names of several words" },
    joined: { registry: 0.002, field: 0.015, what: "two words written as one, of names of several words" },
    wordAdded: { registry: 0.004, field: 0.02, what: "a second word added, of names of one word" },
    suku: { registry: 0.004, field: 0.03, what: "the suku added, of Minangkabau names" },
    nickname: { registry: 0, field: 0.015, what: "only a short form of the longest word" },
    haji: { registry: 0.02, field: 0.09, what: "H. or Hj. before the name, of people over 45" },
    degree: { registry: 0.01, field: 0.03, what: "a degree or title, of people over 22" },
    father: { registry: 0.003, field: 0.02, what: "BIN or BINTI with the father's name" },
  },
  nik: {
    missing: { registry: 0.03, field: 0.13, what: "no number", source: "DTKS 2020: 16.8 of 97 million without NIK or not matching (KPK); 7.5 % without in Penajam Paser Utara 2019" },
    placeholder: { registry: 0.008, field: 0.02, what: "0000…, 1111…, 9999… or serial 0000", source: "DTKS 2020: 10.9 of 97 million invalid, about 11 % with all faults below (BPK)" },
    excel: { registry: 0.002, field: 0.012, what: "sixteenth digit 0, as Excel keeps fifteen" },
    digit: { registry: 0.008, field: 0.025, what: "one digit wrong" },
    transposed: { registry: 0.003, field: 0.008, what: "two neighbouring digits exchanged" },
    digitLost: { registry: 0.001, field: 0.008, what: "fifteen digits" },
    digitAdded: { registry: 0.001, field: 0.003, what: "seventeen digits" },
    sexFlag: { registry: 0.001, field: 0.004, what: "the 40 added to a woman's day forgotten, or added to a man's" },
    relative: { registry: 0.004, field: 0.012, what: "the number of someone else of the household" },
    second: { registry: 0.01, field: 0.02, what: "an older or second number", source: "DTKS 2020: 1.06 million duplicates" },
  },
  familyCard: {
    missing: { registry: 0.03, field: 0.15, what: "no number", source: "DTKS 2020: 16.4 of 97 million invalid, about 17 % with all faults below (BPK)" },
    changed: { registry: 0.06, field: 0.12, what: "another number: married, moved, split" },
    digit: { registry: 0.006, field: 0.02, what: "one digit wrong" },
    excel: { registry: 0.002, field: 0.008, what: "sixteenth digit 0" },
  },
  birthDate: {
    missing: { registry: 0.002, field: 0.04, what: "no date" },
    official: { registry: 0.008, field: 0.045, what: "1 January or 31 December, three in ten in a wrong year", source: "17.5 of 193 million voters of 2019 bear such a date; Permendagri 19/2010" },
    swapped: { registry: 0.003, field: 0.015, what: "day and month exchanged, where both can be" },
    digit: { registry: 0.006, field: 0.03, what: "day, month or year wrong by a digit", source: "HES: 0.11 % where identity cards are checked" },
    year: { registry: 0.005, field: 0.025, what: "the year wrong by up to five" },
    other: { registry: 0.002, field: 0.01, what: "another day of the same year" },
  },
  sex: {
    missing: { registry: 0.003, field: 0.02, what: "not given" },
    wrong: { registry: 0.004, field: 0.008, what: "the other one", source: "HES: 0.11 % where identity cards are checked" },
  },
  place: {
    otherVillage: { registry: 0.03, field: 0.06, what: "listed in another village, with an address there" },
    villageMissing: { registry: 0.002, field: 0.01, what: "no village" },
    addressMissing: { registry: 0.05, field: 0.2, what: "no address", source: "HES: postcode differs or is missing in 53 %" },
    streetMistyped: { registry: 0.05, field: 0.1, what: "the street with a slip of the finger" },
    numberDropped: { registry: 0.2, field: 0.35, what: "the address without its house number" },
  },
} as const satisfies Record<string, Record<string, Rate>>; // oxfmt-ignore

type Table = typeof errorTable;

/** Chances of every fault of the table, 0 to 1, by group and fault. */
export type ErrorRates = {
  readonly [Group in keyof Table]: { readonly [Fault in keyof Table[Group]]: number };
};

/** Changes to some rates; what is not named stays. */
export type RateChanges = { readonly [Group in keyof ErrorRates]?: Partial<ErrorRates[Group]> };

/** A list kept with identity cards at hand, as the civil registry's or a membership file. */
export const registryRates: ErrorRates = ratesOf("registry");

/** A list made from memory and by hand, as villages send them. */
export const fieldRates: ErrorRates = ratesOf("field");

/** Every rate times `noise`: 0 gives the plain truth, 1 the table, 2 a list twice as bad. No chance goes over 1. */
export function scaleRates(rates: ErrorRates, noise: number): ErrorRates {
  return mapRates(rates, (rate) => Math.min(1, rate * noise));
}

/** The rates with some of them replaced. */
export function changeRates(rates: ErrorRates, changes: RateChanges): ErrorRates {
  return mapRates(rates, (rate, group, fault) => {
    const change = changes[group] as Readonly<Record<string, number | undefined>> | undefined;
    return change?.[fault] ?? rate;
  });
}

/**
 * Some rows are written with less care than others, and their faults come together: 15 % of the rows have three times
 * the faults of numbers, dates and spelling, the rest 0.65 times, which leaves the averages of the table as they are.
 */
export const carelessness = { share: 0.15, careless: 3, careful: 0.65 } as const;

/** The rates of one row drawn from those of its list: most rows are careful, some careless, as `carelessness` says. */
export function rowRates(rates: ErrorRates): (random: Random) => ErrorRates {
  const [careless, careful] = [carelessness.careless, carelessness.careful].map((factor) =>
    withCare(rates, factor),
  );
  return (random) => (random.chance(carelessness.share) ? careless : careful) ?? rates;
}

/** Numbers, dates and spelling `factor` times as bad; habits such as titles, and addresses, stay as they are. */
export function withCare(rates: ErrorRates, factor: number): ErrorRates {
  const worse = scaleRates(rates, factor);
  const { nik, familyCard, birthDate } = worse;
  const { respelt, mistyped } = worse.name;
  return { ...rates, name: { ...rates.name, respelt, mistyped }, nik, familyCard, birthDate };
}

function ratesOf(preset: "registry" | "field"): ErrorRates {
  const table: Record<string, Record<string, Rate>> = errorTable;
  return Object.fromEntries(
    Object.entries(table).map(([group, faults]) => [
      group,
      Object.fromEntries(Object.entries(faults).map(([fault, rate]) => [fault, rate[preset]])),
    ]),
  ) as ErrorRates;
}

function mapRates(
  rates: ErrorRates,
  change: (rate: number, group: keyof ErrorRates, fault: string) => number,
): ErrorRates {
  return Object.fromEntries(
    Object.entries(rates).map(([group, faults]) => [
      group,
      Object.fromEntries(
        Object.entries(faults).map(([fault, rate]) => [
          fault,
          change(rate, group as keyof ErrorRates, fault),
        ]),
      ),
    ]),
  ) as ErrorRates;
}
