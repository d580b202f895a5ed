import { readNik, type NikParts, type Sex } from "#identity";
import { editDistance } from "#regions";
import type { CivilDate } from "#time";
import { digitsMeant } from "./digits-meant.ts";

/** Somebody the city already knows in the same village. */
export type KnownPerson = {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string | null;
};

export type NikFacts = {
  readonly today: CivilDate;
  readonly name?: string | undefined;
  readonly birthDate?: CivilDate | undefined;
  readonly sex?: Sex | undefined;
  /** First six digits of the sound numbers in the same list. */
  readonly regions: ReadonlySet<string>;
  readonly known: readonly KnownPerson[];
};

export type NikSuggestion = {
  readonly nik: string;
  readonly because: "letter-for-digit" | "same-person-known" | "birth-date-fits";
};

const SLIPS = 2;

/**
 * What number may have been meant, each with its evidence; empty without evidence. Never a decision: a person compares it with the
 * card. Built on the composition of the number (PP 40/2019 art. 30: district, birth date, serial), which has no check digit.
 */
export function suggestNik(written: string, facts: NikFacts): readonly NikSuggestion[] {
  const digits = digitsMeant(written).replace(/[^\dE+,]/gi, "");
  const letters = digits !== written.replace(/[^\p{L}\d]/gu, "") && isSound(digits, facts) ? [digits] : [];
  const known = facts.known.filter((person) => isMeant(digits, person, facts)).map(({ nik }) => nik);
  const near = letters.length + known.length > 0 ? [] : oneSlipAway(digits, facts);
  return [
    ...unique(letters).map((nik) => ({ nik, because: "letter-for-digit" as const })),
    ...unique(known)
      .filter((nik) => !letters.includes(nik))
      .slice(0, 2)
      .map((nik) => ({ nik, because: "same-person-known" as const })),
    // Two numbers that fit equally well are no evidence for either.
    ...(near.length === 1 ? near.map((nik) => ({ nik, because: "birth-date-fits" as const })) : []),
  ];
}

/** The same name, and either the same number but for a slip or what a spreadsheet left of it, with no other birth date. */
function isMeant(digits: string, person: KnownPerson, { name, birthDate }: NikFacts): boolean {
  if (name === undefined || editDistance(nameKey(name), nameKey(person.name), SLIPS) > SLIPS) return false;
  const isOther = birthDate !== undefined && person.birthDate !== null && person.birthDate !== birthDate;
  if (isOther) return false;
  const isSame = birthDate !== undefined && person.birthDate === birthDate;
  const isNear =
    editDistance(digits.slice(0, 18), person.nik, SLIPS) <= SLIPS || hasRoundedFrom(digits, person.nik);
  return person.nik !== digits && (isNear || (isSame && digits === ""));
}

/** "1377920105790000" and "1,37792E+15" are what is left of 1377920105790001. */
function hasRoundedFrom(digits: string, nik: string): boolean {
  const scientific = /^(\d),?(\d*)E\+?15$/i.exec(digits);
  const kept = scientific === null ? digits.slice(0, 15) : `${scientific[1]}${scientific[2]}`;
  return kept.length >= 5 && (scientific !== null || digits.length === 16) && startsLike(nik, kept);
}

/** The last digit kept may have been rounded up. */
function startsLike(nik: string, kept: string): boolean {
  return nik.startsWith(kept) || BigInt(nik.slice(0, kept.length)) + 1n === BigInt(kept);
}

/** Every number one slip away (a digit missing, too many, wrong, two swapped) that fits what else the row says. */
function oneSlipAway(digits: string, facts: NikFacts): readonly string[] {
  if (facts.birthDate === undefined || !/^\d{15,17}$/.test(digits)) return [];
  return unique(variantsOf(digits)).filter((nik) => nik !== digits && isSound(nik, facts));
}

function variantsOf(digits: string): string[] {
  const places = Array.from(digits, (_, at) => at);
  const ten = "0123456789";
  if (digits.length === 17) return places.map((at) => digits.slice(0, at) + digits.slice(at + 1));
  if (digits.length === 15)
    return [...places, 15].flatMap((at) =>
      Array.from(ten, (digit) => digits.slice(0, at) + digit + digits.slice(at)),
    );
  const swapped = places
    .slice(1)
    .map((at) => `${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${digits.slice(at + 1)}`);
  const fitting = swapped.concat(
    places.flatMap((at) => Array.from(ten, (digit) => digits.slice(0, at) + digit + digits.slice(at + 1))),
  );
  return fitting;
}

function isSound(nik: string, facts: NikFacts): boolean {
  const reading = readNik(nik, facts.today);
  if (reading.status !== "wajar" && reading.status !== "sintetis") return false;
  return fits(nik, reading.parts, facts);
}

function fits(nik: string, parts: NikParts, { birthDate, sex, regions }: NikFacts): boolean {
  if (birthDate !== undefined && parts.birthDate !== birthDate) return false;
  if (sex !== undefined && parts.sex !== sex) return false;
  return regions.size === 0 || regions.has(nik.slice(0, 6));
}

function nameKey(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
