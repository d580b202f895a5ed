import * as fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "#time";
import { calendarFile } from "./calendar-file.ts";

const known = { uid: "a@ketan", sequence: 3, changedAt: 0 };
const due = (title: string) =>
  calendarFile("Tindak lanjut", [{ ...known, title, on: civilDate("2026-12-31") }]);
const unfold = (file: string) => file.replaceAll("\r\n ", "");
const summaryIn = (file: string) => /\r\nSUMMARY:([^\r]*)\r\n/.exec(unfold(file))![1]!;

/** Bytes of UTF-8, counted as an address escapes them. */
const octets = (text: string) => encodeURIComponent(text).replaceAll(/%../g, "x").length;

test("what is due is a whole day that takes no time, with the same name and a rising count of changes", () => {
  const file = due("Kirim daftar");
  for (const line of [
    "UID:a@ketan",
    "SEQUENCE:3",
    "LAST-MODIFIED:19700101T000000Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
  ])
    expect(file).toContain(`\r\n${line}\r\n`);
});

test("a meeting has its hours in Jakarta, and the file says what Jakarta's time is", () => {
  const from = 20_805 * 86_400_000 + 2 * 3_600_000;
  const file = calendarFile("Rakor", [
    { ...known, title: "Rakor", from, until: from + 5_400_000, place: "Balai Kota" },
  ]);
  expect(file).toContain("\r\nDTSTART;TZID=Asia/Jakarta:20261218T090000\r\n");
  expect(file).toContain("\r\nDTEND;TZID=Asia/Jakarta:20261218T103000\r\n");
  expect(file.indexOf("BEGIN:VTIMEZONE")).toBeLessThan(file.indexOf("BEGIN:VEVENT"));
});

test("whatever a title holds, no line is over 75 octets, no line breaks out, and the title is read back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      const file = due(title);
      const lines = file.split("\r\n");
      expect(lines.at(-1)).toBe("");
      for (const line of lines) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(title.includes("BEGIN:VEVENT") ? 2 : 1);
      const read = summaryIn(file).replaceAll(/\\([\\;,n])/g, (_, mark: string) =>
        mark === "n" ? "\n" : mark,
      );
      expect(read).toBe(title.replaceAll(/\r\n|\r/g, "\n").replaceAll(/[^\P{Cc}\n]/gu, ""));
    }),
  );
});
