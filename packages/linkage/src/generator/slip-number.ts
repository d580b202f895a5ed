import type { ErrorRates } from "./error-rates.ts";
import type { Random } from "./random.ts";

/** What became of a number: as written, and the fault made, if any. `null` when the number is missing. */
export type SlippedNumber<Fault extends string> = {
  readonly written: string | null;
  readonly fault: Fault | null;
};

/** What can be wrong with a NIK. */
export type NikFault = keyof ErrorRates["nik"];
/** What can be wrong with a family card number. */
export type FamilyCardFault = keyof ErrorRates["familyCard"];

export type NikSurroundings = {
  /** Numbers of the others of the household. Without any, nobody's is copied. */
  readonly relatives?: readonly string[];
  /** First six digits, of kecamatan near by, where a second number may come from. Without any, there is none. */
  readonly offices?: readonly string[];
};

/**
 * A NIK as a list holds it. Every fault keeps the kecamatan digits (the fifth and sixth), so that a synthetic number,
 * whose kecamatan nobody has, never turns into one that somebody could have.
 */
export function slipNik(
  random: Random,
  nik: string,
  rates: ErrorRates["nik"],
  { relatives = [], offices = [] }: NikSurroundings = {},
): SlippedNumber<NikFault> {
  const fault = drawFault(random, rates);
  if (fault === null || (fault === "relative" && relatives.length === 0))
    return { written: nik, fault: null };
  if (fault === "second" && offices.length === 0) return { written: nik, fault: null };
  return { written: nikSlips[fault](random, nik, { relatives, offices }), fault };
}

/** A family card number as a list holds it; a changed one is of the same kecamatan, with a serial none has here. */
export function slipFamilyCard(
  random: Random,
  number: string,
  rates: ErrorRates["familyCard"],
): SlippedNumber<FamilyCardFault> {
  const fault = drawFault(random, rates);
  if (fault === null) return { written: number, fault };
  if (fault === "missing") return { written: null, fault };
  if (fault === "digit") return { written: changeDigit(random, number), fault };
  if (fault === "excel") return { written: `${number.slice(0, 15)}0`, fault };
  const issued = two(random.int(1, 28)) + two(random.int(1, 12)) + two(random.int(9, 25));
  return { written: number.slice(0, 6) + issued + String(random.int(5001, 9999)), fault };
}

/** At most one of several faults that exclude each other. */
export function drawFault<Fault extends string>(
  random: Random,
  rates: Readonly<Record<Fault, number>>,
): Fault | null {
  let point = random.next();
  for (const fault in rates) if ((point -= rates[fault]) < 0) return fault;
  return null;
}

type Slip = (random: Random, nik: string, surroundings: Required<NikSurroundings>) => string | null;

const nikSlips: Readonly<Record<NikFault, Slip>> = {
  missing: () => null,
  placeholder: (random, nik) =>
    random.pick([`${nik.slice(0, 12)}0000`, `${nik.slice(0, 6)}0000000000`, ...repeated]),
  excel: (_, nik) => `${nik.slice(0, 15)}0`,
  digit: changeDigit,
  transposed: swapDigits,
  digitLost: (random, nik) => removeAt(nik, random.int(6, 15)),
  digitAdded: (random, nik) => doubleAt(nik, random.int(6, 15)),
  sexFlag: (_, nik) => nik.slice(0, 6) + flagged(nik.slice(6, 8)) + nik.slice(8),
  relative: (random, _, { relatives }) => random.pick(relatives),
  second: (random, nik, { offices }) =>
    random.pick(offices) + nik.slice(6, 12) + String(random.int(1, 9)).padStart(4, "0"),
};

const repeated = ["0000000000000000", "1111111111111111", "9999999999999999"];

/** Places of a number that a slip may touch: all but the kecamatan digits. */
const open = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/** One digit replaced by another, the kecamatan digits left alone. */
export function changeDigit(random: Random, digits: string): string {
  const place = random.pick(open);
  const other = (Number(digits.charAt(place)) + random.int(1, 9)) % 10;
  return digits.slice(0, place) + String(other) + digits.slice(place + 1);
}

/** Two neighbouring digits that differ exchanged, the kecamatan digits left alone. */
export function swapDigits(random: Random, digits: string): string {
  const places = open.filter(
    (place) => open.includes(place + 1) && digits.charAt(place) !== digits.charAt(place + 1),
  );
  if (places.length === 0) return digits;
  const place = random.pick(places);
  return digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2);
}

const removeAt = (digits: string, place: number): string => digits.slice(0, place) + digits.slice(place + 1);
const doubleAt = (digits: string, place: number): string =>
  digits.slice(0, place) + digits.charAt(place) + digits.slice(place);

function flagged(day: string): string {
  return two(Number(day) > 40 ? Number(day) - 40 : Number(day) + 40);
}

const two = (value: number): string => String(value).padStart(2, "0");
