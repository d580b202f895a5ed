import type { Sex } from "@tuwai/domain/identity";
import { addDays, civilDate, daysBetween, type CivilDate } from "@tuwai/domain/time";
import { syntheticKecamatan, type Random } from "@tuwai/linkage/generator";

/**
 * Issues identity numbers as the civil registry would, except that kecamatan digits are moved up by 90, where no real
 * number exists. Serials count from 0001 per kecamatan and date, so no number is issued twice.
 */
export type IdentityOffice = {
  readonly issueNik: (at: string, birthDate: CivilDate, sex: Sex) => string;
  readonly issueFamilyCard: (at: string, issuedOn: CivilDate) => string;
  readonly issueNip: (person: { birthDate: CivilDate; sex: Sex; appointment: string }) => string;
  readonly issueKpj: (year: number) => string;
};

/** `at` is the dotted code of a kecamatan or of a village in it. */
export function openIdentityOffice(): IdentityOffice {
  const serials = new Map<string, number>();
  const nextSerial = (prefix: string, width: number): string => {
    const serial = (serials.get(prefix) ?? 0) + 1;
    serials.set(prefix, serial);
    return prefix + String(serial).padStart(width, "0");
  };
  return {
    issueNik: (at, birthDate, sex) => nextSerial(syntheticKecamatan(at) + datePart(birthDate, sex), 4),
    issueFamilyCard: (at, issuedOn) =>
      nextSerial(`${syntheticKecamatan(at)}${datePart(issuedOn, "male")}`, 4),
    issueNip: ({ birthDate, sex, appointment }) =>
      nextSerial(`${birthDate.replaceAll("-", "")}${appointment}${sex === "male" ? 1 : 2}`, 3),
    issueKpj: (year) => nextSerial(`${String(year).slice(2)}0`, 8),
  };
}

function datePart(date: CivilDate, sex: Sex): string {
  const day = Number(date.slice(8)) + (sex === "female" ? 40 : 0);
  return `${String(day).padStart(2, "0")}${date.slice(5, 7)}${date.slice(2, 4)}`;
}

/** A day between two days, both included. */
export function randomDay(random: Random, from: CivilDate, to: CivilDate): CivilDate {
  return addDays(from, random.int(0, Math.max(0, daysBetween(from, to))));
}

/**
 * A birth date of someone aged `age` on `asOf`. Many older people never knew theirs and carry an official one.
 * Source of the default days: Permendagri 19/2010 (1 July; before 2004 31 December), shares of linkage.md 7.
 */
export function randomBirthDate(random: Random, age: number, asOf: CivilDate): CivilDate {
  const year = Number(asOf.slice(0, 4)) - age;
  const latest = civilDate(`${year}${asOf.slice(4)}`.replace("-02-29", "-02-28"));
  const birthDate = addDays(latest, -random.int(0, 364));
  const birthYear = Number(birthDate.slice(0, 4));
  const shareOfDefaults = birthYear < 1960 ? 0.3 : birthYear < 1975 ? 0.17 : birthYear < 1990 ? 0.06 : 0;
  if (!random.chance(shareOfDefaults)) return birthDate;
  const official = civilDate(`${birthYear}-${random.draw({ "12-31": 50, "07-01": 35, "01-01": 15 })}`);
  return official <= asOf && daysBetween(official, asOf) > 0 ? official : birthDate;
}
