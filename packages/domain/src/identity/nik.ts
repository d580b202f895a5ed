import { parseRegionCode, type RegionCode } from "#regions";
import { parseCivilDate, type CivilDate } from "#time";
import { cleanDigits, isDecimal, isDeclaredAbsent, isPlaceholder, isScientific } from "./clean-digits.ts";
import { isIssuingRegion } from "./issuing-region.ts";
import type { Sex } from "./sex.ts";

/** Sixteen digits with the shape of a NIK. It has no check digit, so this says nothing about its truth. */
export type Nik = string & { readonly "~brand": "Nik" };

export type NikParts = {
  /** Kecamatan where the number was first issued. It does not follow moves, nor the splitting of regions. */
  readonly kecamatanCode: RegionCode;
  readonly birthDate: CivilDate;
  readonly sex: Sex;
  /** 1 to 9999, counted per kecamatan and birth date. */
  readonly serial: number;
};

export type NikReading =
  | { readonly status: "kosong" }
  | { readonly status: "format-salah"; readonly problem: "scientific" | "decimal" | "characters" | "length" }
  /** No province, city or kecamatan of that code gives numbers out; programs of villages make temporary ones with a 0 before. */
  | { readonly status: "daerah-tidak-ada"; readonly isTemporary: boolean }
  | { readonly status: "placeholder" }
  | { readonly status: "tanggal-mustahil" }
  | {
      readonly status: "sintetis" | "wajar";
      readonly nik: Nik;
      readonly parts: NikParts;
      readonly wasCleaned: boolean;
    };

/**
 * Reads a NIK as offices write it. `on` is the day of reading: the two-digit year is taken to be the latest one that
 * is not after it. Serial 0000 counts as placeholder: it is never issued, and is what Excel leaves of 0001 to 0009.
 * Source: PP 40/2019 art. 30 (composition).
 */
export function readNik(text: string, on: CivilDate): NikReading {
  if (isDeclaredAbsent(text)) return { status: "kosong" };
  if (isScientific(text)) return { status: "format-salah", problem: "scientific" };
  if (isDecimal(text)) return { status: "format-salah", problem: "decimal" };
  if (/sementara/i.test(text)) return { status: "daerah-tidak-ada", isTemporary: true };
  const { text: digits, wasCleaned } = cleanDigits(text);
  if (!/^\d+$/.test(digits)) return { status: "format-salah", problem: "characters" };
  if (digits.length !== 16) return { status: "format-salah", problem: "length" };
  if (isPlaceholder(digits) || digits.endsWith("0000")) return { status: "placeholder" };
  if (!isIssuingRegion(digits)) return { status: "daerah-tidak-ada", isTemporary: digits.startsWith("0") };
  const parts = partsOf(digits, on);
  if (parts === undefined) return { status: "tanggal-mustahil" };
  return { status: isSynthetic(digits) ? "sintetis" : "wajar", nik: digits as Nik, parts, wasCleaned };
}

/** Kecamatan digits from 90 up are never issued (the highest real one is 51): people of demonstrations and tests. */
export function isSynthetic(nikOrFamilyCard: string): boolean {
  return Number(nikOrFamilyCard.slice(4, 6)) >= 90;
}

function partsOf(digits: string, on: CivilDate): NikParts | undefined {
  const kecamatanCode = parseRegionCode(digits.slice(0, 6));
  const writtenDay = Number(digits.slice(6, 8));
  const sex = writtenDay > 40 ? "female" : "male";
  const day = sex === "female" ? writtenDay - 40 : writtenDay;
  const birthDate = dateOfTwoDigitYear({ day, month: digits.slice(8, 10), year: digits.slice(10, 12) }, on);
  if (kecamatanCode === undefined || birthDate === undefined) return undefined;
  return { kecamatanCode, birthDate, sex, serial: Number(digits.slice(12)) };
}

/** The latest real day with these last two digits of the year that is not after `on`. */
export function dateOfTwoDigitYear(
  written: { day: number; month: string; year: string },
  on: CivilDate,
): CivilDate | undefined {
  const day = String(written.day).padStart(2, "0");
  for (let century = Number(on.slice(0, 2)); century >= Number(on.slice(0, 2)) - 1; century -= 1) {
    const date = parseCivilDate(`${century}${written.year}-${written.month}-${day}`);
    if (date !== undefined && date <= on) return date;
  }
  return undefined;
}
