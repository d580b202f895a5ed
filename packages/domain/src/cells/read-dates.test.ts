import { assert, constantFrom, integer, property } from "fast-check";
import { addDays, civilDate, listMonths, month, shiftMonth } from "#time";
import { describe, expect, test } from "vitest";
import { readDate } from "./read-date.ts";
import { readMonths } from "./read-months.ts";
import { splitPlaceAndDate } from "./split-place-date.ts";

const hints = { today: civilDate("2026-11-29"), isBirthDate: true, mayBeFuture: false };

function read(text: string, more: Partial<Parameters<typeof readDate>[1]> = {}) {
  const reading = readDate({ text, kind: "text" }, { ...hints, ...more });
  return reading.status === "read" ? reading.date : reading.status;
}

describe("a birth date", () => {
  test.each([
    ["1965-01-12T17:00:00.000Z", "1965-01-13"],
    ["1955-01-12T16:30:00Z", "1955-01-13"],
    ["1965-01-12T16:00:00.000Z", "1965-01-13"],
    ["1965-01-12T17:00:00+00:00", "1965-01-13"],
    ["1965-01-13T00:00:00+07:00", "1965-01-13"],
    ["1965-01-13 00:00:00 WIB", "1965-01-13"],
    ["1965-01-13T00:00:00.000Z", "1965-01-13"],
    ["1965-01-12T17:00:00", "1965-01-13"],
    ["1965-01-13 08:30:00", "1965-01-13"],
    ["23754.7083333333", "1965-01-13"],
    ["Rabu, 13 Januari 1965", "1965-01-13"],
    ["January 13, 1965", "1965-01-13"],
    ["13 Jan. 1965", "1965-01-13"],
    ["1/13/1965 12:00:00 AM", "1965-01-13"],
  ])("%s is %s", (text, date) => expect(read(text)).toBe(date));

  test("is the next day whenever a clock in Greenwich stands at an Indonesian midnight, whatever the day", () => {
    assert(
      property(
        integer({ min: 0, max: 40_000 }),
        constantFrom("15:00", "16:00", "16:30", "17:00"),
        (days, clock) => {
          const date = addDays(civilDate("1910-01-01"), days);
          expect(read(`${date}T${clock}:00.000Z`)).toBe(addDays(date, 1));
        },
      ),
    );
  });

  test("never loses or moves a day that is written in words, as ISO or as figures with a day after the 12th", () => {
    const names = [
      "Jan",
      "Pebruari",
      "Maret",
      "April",
      "Mei",
      "Juni",
      "Juli",
      "Agustus",
      "Sept",
      "Oktober",
      "Nop",
      "Des",
    ];
    assert(
      property(integer({ min: 0, max: 40_000 }), (days) => {
        const date = addDays(civilDate("1910-01-01"), days);
        const [year = "", numeral = "", day = ""] = date.split("-");
        const texts = [
          date,
          `${Number(day)} ${names[Number(numeral) - 1]} ${year}`,
          `${year}${numeral}${day}`,
        ];
        if (Number(day) > 12) texts.push(`${day}/${numeral}/${year}`, `${numeral}/${day}/${year}`);
        expect(texts.map((text) => read(text))).toEqual(texts.map(() => date));
      }),
    );
  });

  test("with day and month exchanged by a spreadsheet is put right by the NIK, or by the column", () => {
    expect(read("1971-06-09", { inNik: civilDate("1971-09-06") })).toBe("1971-09-06");
    expect(read("1971-06-09", { order: { figures: "unclear", areCellsSwapped: true } })).toBe("1971-09-06");
    expect(read("6/9/1971", { order: { figures: "month-first", areCellsSwapped: false } })).toBe(
      "1971-06-09",
    );
  });

  test.each(["45 th", "45", "umur 45 tahun", "±45"])("'%s' is an age", (text) =>
    expect(readDate({ text, kind: "text" }, hints)).toMatchObject({ status: "unreadable", reason: "age" }),
  );
});

describe("a moment", () => {
  test("of payment lies on its day in western Indonesia", () => {
    expect(read("2026-07-09T17:30:00Z", { isBirthDate: false })).toBe("2026-07-10");
    expect(read("2026-07-09T15:00:00Z", { isBirthDate: false })).toBe("2026-07-09");
    expect(read("2026-07-09 17:00:00", { isBirthDate: false })).toBe("2026-07-09");
  });
});

describe("a place with a date", () => {
  test.each([
    ["2x11 Kayu Tanam, 13-01-1965", "2x11 Kayu Tanam", "13-01-1965"],
    ["2 x 11 Enam Lingkung, 14-06-1968", "2 x 11 Enam Lingkung", "14-06-1968"],
    ["Sei. Limau 3, 17-09-1977", "Sei. Limau 3", "17-09-1977"],
    ["2x11 Kayu Tanam 13 Januari 1965", "2x11 Kayu Tanam", "13 Januari 1965"],
    ["18-02-1980 Pariaman", "Pariaman", "18-02-1980"],
    ["Pariaman/1965-01-13", "Pariaman", "1965-01-13"],
    ["IV Koto Aur Malintang, 3 Mei 1980", "IV Koto Aur Malintang", "3 Mei 1980"],
    ["Pariaman", "Pariaman", ""],
    ["50 Kota, 1965", "50 Kota", "1965"],
  ])("%s", (text, place, date) => expect(splitPlaceAndDate(text)).toEqual({ place, date }));
});

describe("a month of contribution", () => {
  test.each([
    ["2026-07", "2026-07"],
    ["07/2026", "2026-07"],
    ["202607", "2026-07"],
    ["Juli 2026", "2026-07"],
    ["Jul-26", "2026-07"],
    ["Iuran Juli 2026", "2026-07"],
    ["31/07/2026", "2026-07"],
    ["2026-07-31", "2026-07"],
    ["01-03-2026", "2026-03"],
    ["2026-06-30T17:00:00", "2026-07"],
    ["2026-06-30T17:00:00.000Z", "2026-07"],
    ["2026-07-01T00:00:00", "2026-07"],
  ])("%s is one", (text, written) =>
    expect(readMonths(text)).toMatchObject({ status: "one", month: written }),
  );

  test.each([
    ["2026-01 s/d 2026-06", "2026-01", "2026-06"],
    ["2026-01 s.d. 2026-03", "2026-01", "2026-03"],
    ["202601-202603", "2026-01", "2026-03"],
    ["2026/1-3", "2026-01", "2026-03"],
    ["1-6/2026", "2026-01", "2026-06"],
    ["01-03/2026", "2026-01", "2026-03"],
    ["Januari s/d Juni 2026", "2026-01", "2026-06"],
    ["Jan-Mar 2026", "2026-01", "2026-03"],
    ["Nov 2025 - Jan 2026", "2025-11", "2026-01"],
    ["07/2026, 08/2026", "2026-07", "2026-08"],
    ["Juli dan Agustus 2026", "2026-07", "2026-08"],
    ["Jan, Feb, Mar 2026", "2026-01", "2026-03"],
    ["Triwulan II 2026", "2026-04", "2026-06"],
    ["Tahun 2026", "2026-01", "2026-12"],
  ])("%s is %s to %s", (text, from, until) =>
    expect(readMonths(text)).toMatchObject({ status: "span", from, until }),
  );

  test.each([
    "3 bulan",
    "Juli 2026 (2 bulan)",
    "Jan 2026, Mar 2026",
    "setahun",
    "2026",
    "lunas",
    "2026-13",
    "Maret s/d Januari 2026",
  ])("%s is none to book money to", (text) =>
    expect(["several", "unreadable"]).toContain(readMonths(text).status),
  );

  test("is never one of several, however the two are joined and written", () => {
    const writers = [
      (of: string) => of,
      (of: string) => of.replace("-", ""),
      (of: string) => `${of.slice(5)}/${of.slice(0, 4)}`,
      (of: string) =>
        `${["Jan", "Feb", "Maret", "Apr", "Mei", "Juni", "Juli", "Agt", "Sep", "Okt", "Nov", "Des"][Number(of.slice(5)) - 1]} ${of.slice(0, 4)}`,
    ];
    assert(
      property(
        integer({ min: 0, max: 60 }),
        integer({ min: 1, max: 12 }),
        constantFrom(...writers),
        constantFrom(" s/d ", " s.d. ", " sd ", "-", " - ", " sampai ", " sampai dengan ", " hingga ", " – "),
        (start, more, write, joint) => {
          const from = shiftMonth(month("2024-01"), start);
          const until = shiftMonth(from, more);
          expect(readMonths(`${write(from)}${joint}${write(until)}`)).toEqual({
            status: "span",
            from,
            until,
            months: listMonths(from, until).length,
          });
        },
      ),
    );
  });
});
