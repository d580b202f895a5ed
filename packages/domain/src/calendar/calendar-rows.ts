import type { RateSource } from "#law";
import { civilDate, type CivilDate } from "#time";

/** Why a day is no working day. Weekends are reckoned and have no row; `local` is a holiday of the city or the province. */
export type DayOffKind = "national-holiday" | "joint-leave" | "local";

/** One day off by decree. */
export type CalendarRow = { on: CivilDate; kind: DayOffKind; name: string; source: RateSource };

const title = "hari libur nasional dan cuti bersama";
const of2024: RateSource = {
  instrument: "SKB 855/2023, 3/2023, 4/2023",
  article: title,
  mark: "from-memory",
};
const of2025: RateSource = { instrument: "SKB 1017/2024, 2/2024, 2/2024", article: title, mark: "reported" };
const changed2025: RateSource = {
  instrument: "SKB 933/2025, 1/2025, 3/2025",
  article: title,
  mark: "reported",
};
const of2026: RateSource = { instrument: "SKB 1497/2025, 2/2025, 5/2025", article: title, mark: "reported" };
const election: RateSource = {
  instrument: "Keppres 10/2024",
  article: "hari pemungutan suara",
  mark: "from-memory",
};
const regionalElection: RateSource = { ...election, instrument: "Keppres 33/2024" };

/** The years whose decree of three ministers stands below. The decree of a year comes in the autumn before it. */
export const decreedYears: readonly number[] = [2024, 2025, 2026];

/** Days off by decree, in order of time. A day without a row that is no Saturday or Sunday is a working day. */
export const calendarRows: readonly CalendarRow[] = [
  ...holidays(of2024, [
    ["2024-01-01", "Tahun Baru Masehi"],
    ["2024-02-08", "Isra Mikraj"],
    ["2024-02-10", "Tahun Baru Imlek"],
    ["2024-03-11", "Nyepi"],
    ["2024-03-29", "Wafat Yesus Kristus"],
    ["2024-03-31", "Paskah"],
    ["2024-04-10", "Idulfitri"],
    ["2024-04-11", "Idulfitri"],
    ["2024-05-01", "Hari Buruh"],
    ["2024-05-09", "Kenaikan Yesus Kristus"],
    ["2024-05-23", "Waisak"],
    ["2024-06-01", "Hari Lahir Pancasila"],
    ["2024-06-17", "Iduladha"],
    ["2024-07-07", "Tahun Baru Islam"],
    ["2024-08-17", "Proklamasi Kemerdekaan"],
    ["2024-09-16", "Maulid Nabi"],
    ["2024-12-25", "Natal"],
  ]),
  ...jointLeave(of2024, [
    ["2024-02-09", "Tahun Baru Imlek"],
    ["2024-03-12", "Nyepi"],
    ["2024-04-08", "Idulfitri"],
    ["2024-04-09", "Idulfitri"],
    ["2024-04-12", "Idulfitri"],
    ["2024-04-15", "Idulfitri"],
    ["2024-05-10", "Kenaikan Yesus Kristus"],
    ["2024-05-24", "Waisak"],
    ["2024-06-18", "Iduladha"],
    ["2024-12-26", "Natal"],
  ]),
  ...holidays(election, [["2024-02-14", "Pemilihan umum"]]),
  ...holidays(regionalElection, [["2024-11-27", "Pemilihan kepala daerah"]]),
  ...holidays(of2025, [
    ["2025-01-01", "Tahun Baru Masehi"],
    ["2025-01-27", "Isra Mikraj"],
    ["2025-01-29", "Tahun Baru Imlek"],
    ["2025-03-29", "Nyepi"],
    ["2025-03-31", "Idulfitri"],
    ["2025-04-01", "Idulfitri"],
    ["2025-04-18", "Wafat Yesus Kristus"],
    ["2025-04-20", "Paskah"],
    ["2025-05-01", "Hari Buruh"],
    ["2025-05-12", "Waisak"],
    ["2025-05-29", "Kenaikan Yesus Kristus"],
    ["2025-06-01", "Hari Lahir Pancasila"],
    ["2025-06-06", "Iduladha"],
    ["2025-06-27", "Tahun Baru Islam"],
    ["2025-08-17", "Proklamasi Kemerdekaan"],
    ["2025-09-05", "Maulid Nabi"],
    ["2025-12-25", "Natal"],
  ]),
  ...jointLeave(of2025, [
    ["2025-01-28", "Tahun Baru Imlek"],
    ["2025-03-28", "Nyepi"],
    ["2025-04-02", "Idulfitri"],
    ["2025-04-03", "Idulfitri"],
    ["2025-04-04", "Idulfitri"],
    ["2025-04-07", "Idulfitri"],
    ["2025-05-13", "Waisak"],
    ["2025-05-30", "Kenaikan Yesus Kristus"],
    ["2025-06-09", "Iduladha"],
    ["2025-12-26", "Natal"],
  ]),
  ...jointLeave(changed2025, [["2025-08-18", "Proklamasi Kemerdekaan"]]),
  ...holidays(of2026, [
    ["2026-01-01", "Tahun Baru Masehi"],
    ["2026-01-16", "Isra Mikraj"],
    ["2026-02-17", "Tahun Baru Imlek"],
    ["2026-03-19", "Nyepi"],
    ["2026-03-21", "Idulfitri"],
    ["2026-03-22", "Idulfitri"],
    ["2026-04-03", "Wafat Yesus Kristus"],
    ["2026-04-05", "Paskah"],
    ["2026-05-01", "Hari Buruh"],
    ["2026-05-14", "Kenaikan Yesus Kristus"],
    ["2026-05-27", "Iduladha"],
    ["2026-05-31", "Waisak"],
    ["2026-06-01", "Hari Lahir Pancasila"],
    ["2026-06-16", "Tahun Baru Islam"],
    ["2026-08-17", "Proklamasi Kemerdekaan"],
    ["2026-08-25", "Maulid Nabi"],
    ["2026-12-25", "Natal"],
  ]),
  ...jointLeave(of2026, [
    ["2026-02-16", "Tahun Baru Imlek"],
    ["2026-03-18", "Nyepi"],
    ["2026-03-20", "Idulfitri"],
    ["2026-03-23", "Idulfitri"],
    ["2026-03-24", "Idulfitri"],
    ["2026-05-15", "Kenaikan Yesus Kristus"],
    ["2026-05-28", "Iduladha"],
    ["2026-12-24", "Natal"],
  ]),
].toSorted((a, b) => (a.on < b.on ? -1 : 1));

type Named = readonly (readonly [on: string, name: string])[];

function holidays(source: RateSource, days: Named): CalendarRow[] {
  return days.map(([on, name]) => ({ on: civilDate(on), kind: "national-holiday", name, source }));
}

function jointLeave(source: RateSource, days: Named): CalendarRow[] {
  return days.map(([on, name]) => ({ on: civilDate(on), kind: "joint-leave", name, source }));
}
