import type { Language } from "./language.ts";

const locale = { id: "id-ID", en: "en-GB" } as const;
const minus = "\u2212";
const zone = "Asia/Jakarta";

/** 1.234,5 in Indonesian, 1,234.5 in English; negative numbers carry a real minus sign. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const text = numberFormat(language, decimals).format(Math.abs(value));
  return value < 0 ? minus + text : text;
}

/** `Rp16.800`: no space, no decimals. Amounts are whole rupiah; a bigint from the database is welcome. */
export function formatRupiah(language: Language, rupiah: number | bigint): string {
  const negative = rupiah < 0;
  const amount = negative ? -rupiah : rupiah;
  return `${negative ? minus : ""}Rp${numberFormat(language, 0).format(amount)}`;
}

const magnitudes = [
  { from: 1e12, id: " T", en: "tn" },
  { from: 1e9, id: " M", en: "bn" },
  { from: 1e6, id: " jt", en: "m" },
] as const;

/** `Rp1,3 M`, `Rp46,1 jt`; in English `Rp1.3bn`. For charts and walls; everywhere else amounts are whole. */
export function formatShortRupiah(language: Language, rupiah: number): string {
  const magnitude = magnitudes.find(({ from }) => Math.abs(rupiah) >= from);
  if (magnitude === undefined) return formatRupiah(language, rupiah);
  const rounded = Math.round((rupiah / magnitude.from) * 10) / 10;
  return `Rp${formatNumber(language, rounded, Number.isInteger(rounded) ? 0 : 1)}${magnitude[language]}`;
}

/** `37%` or `37,4%`: up to one decimal, none when it is a whole number. */
export function formatPercent(language: Language, percent: number, decimals: 0 | 1 = 1): string {
  const rounded = decimals === 0 ? Math.round(percent) : Math.round(percent * 10) / 10;
  return `${formatNumber(language, rounded, Number.isInteger(rounded) ? 0 : 1)}%`;
}

/** `18 Desember 2025` from a civil date `2025-12-18`. */
export function formatDate(language: Language, civilDate: string): string {
  return dateParts(language, civilDate, { day: "numeric", month: "long", year: "numeric" });
}

/** `18 Des 2025`, for lists. Never the two-digit year that the Indonesian short style gives. */
export function formatShortDate(language: Language, civilDate: string): string {
  return dateParts(language, civilDate, { day: "numeric", month: "short", year: "numeric" });
}

/** `Desember 2025` from a month `2025-12` or any day in it. */
export function formatMonth(language: Language, month: string): string {
  return dateParts(language, `${month.slice(0, 7)}-01`, { month: "long", year: "numeric" });
}

/** `18 Desember 2025 pukul 09.30 WIB` from an instant; offices read one clock, Jakarta's. */
export function formatInstant(language: Language, instant: Date): string {
  const day = new Intl.DateTimeFormat(locale[language], { dateStyle: "long", timeZone: zone }).format(
    instant,
  );
  return `${day} ${language === "id" ? "pukul" : "at"} ${formatTime(language, instant)}`;
}

/** `09.30 WIB`. */
export function formatTime(language: Language, instant: Date): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const clock = dateFormat(language, options).format(instant);
  return `${language === "id" ? clock.replace(":", ".") : clock} WIB`;
}

/** `10.42` or `10.42.36`, for a clock on a wall. */
export function formatClock(language: Language, instant: Date, withSeconds = false): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const clock = dateFormat(language, withSeconds ? { ...options, second: "2-digit" } : options).format(
    instant,
  );
  return language === "id" ? clock.replaceAll(":", ".") : clock;
}

function dateParts(language: Language, civilDate: string, options: Intl.DateTimeFormatOptions): string {
  const noon = new Date(`${civilDate.slice(0, 10)}T12:00:00Z`);
  return dateFormat(language, { ...options, timeZone: "UTC" }).format(noon);
}

// Making a formatter costs a thousand times more than using one, and a page formats hundreds of numbers.
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return kept(`number ${language} ${decimals}`, () => new Intl.NumberFormat(locale[language], options));
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${language} ${JSON.stringify(options)}`;
  return kept(key, () => new Intl.DateTimeFormat(locale[language], options));
}

function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const known = formats.get(key) as F | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
