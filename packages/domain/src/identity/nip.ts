import { parseCivilDate, parseMonth, type CivilDate, type Month } from "#time";
import { cleanDigits, isDecimal, isDeclaredAbsent, isScientific } from "./clean-digits.ts";
import type { Sex } from "./sex.ts";

/** Personnel number of a civil servant, 18 digits. It holds the birth date, so it is masked like a NIK. */
export type Nip = string & { readonly "~brand": "Nip" };

export type NipParts =
  | {
      readonly kind: "pns";
      readonly birthDate: CivilDate;
      readonly appointedIn: Month;
      readonly sex: Sex;
      readonly serial: number;
    }
  | {
      readonly kind: "pppk";
      readonly birthDate: CivilDate;
      readonly appointedYear: number;
      readonly sex: Sex;
      readonly serial: number;
    };

export type NipReading =
  | { readonly status: "kosong" }
  | {
      readonly status: "format-salah";
      readonly problem: "scientific" | "decimal" | "characters" | "length" | "block";
    }
  | { readonly status: "tanggal-mustahil" }
  | { readonly status: "wajar"; readonly nip: Nip; readonly parts: NipParts };

/** Stands in a PPPK's number where a PNS has the month of appointment. */
const PPPK_BLOCK = "21";

/**
 * Reads a NIP: birth date (8), year and month of appointment (6; for a PPPK the year and "21"), sex 1 or 2, serial (3).
 * Unconfirmed: the composition is known from practice (domain.md 4.5), no regulation was read.
 */
export function readNip(text: string): NipReading {
  if (isDeclaredAbsent(text)) return { status: "kosong" };
  if (isScientific(text)) return { status: "format-salah", problem: "scientific" };
  if (isDecimal(text)) return { status: "format-salah", problem: "decimal" };
  const digits = cleanDigits(text).text;
  if (!/^\d+$/.test(digits)) return { status: "format-salah", problem: "characters" };
  if (digits.length !== 18) return { status: "format-salah", problem: "length" };
  const birthDate = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
  if (birthDate === undefined) return { status: "tanggal-mustahil" };
  const parts = partsOf(digits, birthDate);
  if (parts === undefined) return { status: "format-salah", problem: "block" };
  return { status: "wajar", nip: digits as Nip, parts };
}

function partsOf(digits: string, birthDate: CivilDate): NipParts | undefined {
  const sexDigit = digits[14];
  if (sexDigit !== "1" && sexDigit !== "2") return undefined;
  const person = {
    birthDate,
    sex: sexDigit === "1" ? "male" : "female",
    serial: Number(digits.slice(15)),
  } as const;
  const appointedYear = Number(digits.slice(8, 12));
  if (appointedYear < Number(birthDate.slice(0, 4)) + 15) return undefined;
  if (digits.slice(12, 14) === PPPK_BLOCK) return { kind: "pppk", appointedYear, ...person };
  const appointedIn = parseMonth(`${digits.slice(8, 12)}-${digits.slice(12, 14)}`);
  return appointedIn === undefined ? undefined : { kind: "pns", appointedIn, ...person };
}
