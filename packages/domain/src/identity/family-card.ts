import { parseRegionCode, type RegionCode } from "#regions";
import type { CivilDate } from "#time";
import { cleanDigits, isDecimal, isDeclaredAbsent, isPlaceholder, isScientific } from "./clean-digits.ts";
import { isIssuingRegion } from "./issuing-region.ts";
import { dateOfTwoDigitYear, isSynthetic } from "./nik.ts";

/** Number of a family card (kartu keluarga). It changes when the family changes. */
export type FamilyCardNumber = string & { readonly "~brand": "FamilyCardNumber" };

export type FamilyCardReading =
  | { readonly status: "kosong" }
  | { readonly status: "format-salah"; readonly problem: "scientific" | "decimal" | "characters" | "length" }
  | { readonly status: "daerah-tidak-ada" }
  | { readonly status: "placeholder" }
  | { readonly status: "tanggal-mustahil" }
  | {
      readonly status: "sintetis" | "wajar";
      readonly number: FamilyCardNumber;
      readonly parts: {
        readonly kecamatanCode: RegionCode;
        readonly issuedOn: CivilDate;
        readonly serial: number;
      };
      readonly wasCleaned: boolean;
    };

/**
 * Before it no family card had a number of sixteen digits with its day of issue: they came with the population registers kept
 * by computer (SIMDUK, 1995). Unconfirmed: no regulation was read. An earlier day is a birth date: somebody's NIK.
 */
const FIRST_CARDS = "1995-01-01";

/** Like `readNik`, with the day of issue where a NIK has the birth date, and nothing added to the day. */
export function readFamilyCard(text: string, on: CivilDate): FamilyCardReading {
  if (isDeclaredAbsent(text)) return { status: "kosong" };
  if (isScientific(text)) return { status: "format-salah", problem: "scientific" };
  if (isDecimal(text)) return { status: "format-salah", problem: "decimal" };
  const { text: digits, wasCleaned } = cleanDigits(text);
  if (!/^\d+$/.test(digits)) return { status: "format-salah", problem: "characters" };
  if (digits.length !== 16) return { status: "format-salah", problem: "length" };
  if (isPlaceholder(digits) || digits.endsWith("0000")) return { status: "placeholder" };
  if (!isIssuingRegion(digits)) return { status: "daerah-tidak-ada" };
  const kecamatanCode = parseRegionCode(digits.slice(0, 6));
  const issuedOn = dateOfTwoDigitYear(
    { day: Number(digits.slice(6, 8)), month: digits.slice(8, 10), year: digits.slice(10, 12) },
    on,
  );
  if (kecamatanCode === undefined || issuedOn === undefined || issuedOn < FIRST_CARDS)
    return { status: "tanggal-mustahil" };
  const parts = { kecamatanCode, issuedOn, serial: Number(digits.slice(12)) };
  const status = isSynthetic(digits) ? "sintetis" : "wajar";
  return { status, number: digits as FamilyCardNumber, parts, wasCleaned };
}
