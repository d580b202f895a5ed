import { type CivilDate, civilDate, daysBetween, jakartaDate } from "./civil-date.ts";
import type { Month } from "./month.ts";

const months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
  " ",
);
const weekdays = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(" ");
const aMonday = civilDate("2024-01-01");

/** "Desember 2026", as Indonesian letters write it. */
export function monthName(month: Month): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** "18 Desember 2026". */
export function dayName(day: CivilDate): string {
  return `${Number(day.slice(8, 10))} ${monthName(day.slice(0, 7) as Month)}`;
}

/** "Jumat". */
export function weekdayName(day: CivilDate): string {
  return weekdays[((daysBetween(aMonday, day) % 7) + 7) % 7]!;
}

/** "Desember", alone. */
export function nameOfMonth(day: CivilDate): string {
  return months[Number(day.slice(5, 7)) - 1]!;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "09.30", the clock in Asia/Jakarta at an instant in epoch milliseconds. */
export function jakartaClock(epochMillis: number): string {
  const minutes = Math.floor((epochMillis + 7 * 3_600_000) / 60_000) % 1440;
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}

/** "18 Desember 2026 pukul 09.30 WIB" of an instant in epoch milliseconds; offices read one clock, Jakarta's. */
export const momentName = (epochMillis: number): string =>
  `${dayName(jakartaDate(epochMillis))} pukul ${jakartaClock(epochMillis)} WIB`;
