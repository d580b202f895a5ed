import { describe, expect, test } from "vitest";
import { recogniseTable } from "#columns";
import type { ImportKind } from "#intake";
import { civilDate } from "#time";
import { checkRow } from "./check-row.ts";
import { mapRow } from "./classify-row.ts";
import { createColumnSurvey } from "./survey-columns.ts";
import { rowsOf } from "./testing-rows.ts";

const today = civilDate("2026-11-29");

/** A list as the server reads it: its columns as a whole, then row by row. */
function readList(lines: readonly (readonly string[])[], kind: ImportKind = "village-list") {
  const rows = rowsOf(1, lines);
  const recognition = recogniseTable(rows, kind);
  const mapped = rows.slice(1).map((row) => mapRow(row, recognition));
  const survey = createColumnSurvey(kind, recognition, today);
  for (const row of mapped) survey.add(row);
  const { facts, remarks } = survey.finish();
  const checked = mapped.map((row) =>
    checkRow(kind, row, { today, identityNumbers: "synthetic", columns: facts }),
  );
  return {
    remarks: remarks.map(({ code }) => code),
    values: checked.map(({ values }) => values),
    codes: checked.map(({ issues }) =>
      issues.filter(({ severity }) => severity !== "info").map(({ code }) => code),
    ),
  };
}

const people = [
  ["1377921301650011", "1377921403120041", "Syafril", "13-01-1965", "L"],
  ["1377925406680012", "1377921403120042", "Yusmaniar", "14-06-1968", "P"],
  ["1377921511710013", "1377921403120043", "Zulkifli", "15-11-1971", "L"],
  ["1377925604740014", "1377921403120044", "Erna", "16-04-1974", "P"],
  ["1377921709770015", "1377921403120045", "Bustami", "17-09-1977", "L"],
] as const;
const header = ["NIK", "No KK", "Nama", "Tanggal Lahir", "JK"];
const listOf = (change: (person: readonly string[], at: number) => readonly string[]) => [
  header,
  ...people.map((person, at) => change(person, at)),
];

/** What fifteen digits leave of sixteen. */
function cut(text = ""): string {
  return `${text.slice(0, 15)}0`;
}

describe("a column as a whole", () => {
  test("in order changes nothing", () => {
    expect(readList(listOf((person) => person))).toMatchObject({ remarks: [], codes: [[], [], [], [], []] });
  });

  test("of numbers that all end in 0 lost a digit: none of them may stand for a person", () => {
    const { remarks, codes, values } = readList(
      listOf(([nik, card, ...rest]) => [cut(nik), cut(card), ...rest]),
    );
    expect(remarks).toEqual(["W-NUM-CUT", "W-NUM-CUT"]);
    expect(codes.every((row) => row.includes("E-NUM"))).toBe(true);
    expect(values.some(({ nik, familyCard }) => nik !== undefined || familyCard !== undefined)).toBe(false);
  });

  test.each([
    ["with birth dates", (date = "") => date],
    ["without a birth date, by the days of women", () => ""],
  ])("of family cards under the header of NIKs is told and held back %s", (_, date) => {
    const { remarks, codes } = readList(
      listOf(([nik = "", card = "", name = "", born, sex = ""]) => [card, nik, name, date(born), sex]),
    );
    expect(remarks).toContain("W-SWAPPED");
    expect(codes.every((row) => row.includes("E-SWAPPED"))).toBe(true);
  });

  test("in which one row alone is exchanged holds back that row alone", () => {
    const { remarks, codes } = readList(
      listOf(([nik = "", card = "", ...rest], at) =>
        at === 2 ? [card, nik, ...rest] : [nik, card, ...rest],
      ),
    );
    expect(remarks).toEqual([]);
    expect(codes.map((row) => row.includes("E-SWAPPED"))).toEqual([false, false, true, false, false]);
  });

  test.each([
    ["P beside W", { L: "P", P: "W" }],
    ["pria beside wanita", { L: "Pria", P: "Wanita" }],
    ["1 and 2", { L: "1", P: "2" }],
    ["2 and 1, as the NIKs show", { L: "2", P: "1" }],
    ["L beside W", { L: "L", P: "W" }],
    ["M beside F", { L: "M", P: "F" }],
  ])("writes the sexes as %s", (_, words) => {
    const { values } = readList(
      listOf(([nik = "", card = "", name = "", born = "", sex]) => [
        nik,
        card,
        name,
        born,
        words[sex as "L" | "P"],
      ]),
    );
    expect(values.map(({ sex }) => sex)).toEqual(["male", "female", "male", "female", "male"]);
  });

  test("with L, P and W together leaves P to the NIK, and to a person where there is none", () => {
    const { values, codes } = readList(
      listOf(([nik = "", card = "", name = "", born = "", sex], at) => [
        at === 1 ? "-" : nik,
        card,
        name,
        born,
        at === 3 || at === 1 ? "P" : at === 4 ? "W" : (sex ?? ""),
      ]),
    );
    expect(values[3]?.sex).toBe("female");
    expect(codes[1]).toContain("E-SEX");
  });

  test("of dates that name a month above 12 second is read month first where no day stands first", () => {
    const dates = ["1/13/1965", "6/14/1968", "5/8/1971", "4/16/1974", "9/7/1977"];
    const { values, remarks } = readList(
      listOf(([, card = "", name = "", , sex = ""], at) => ["-", card, name, dates[at] ?? "", sex]),
    );
    expect(remarks).toEqual(["W-DATE-ORDER"]);
    expect(values.map(({ birthDate }) => birthDate)).toEqual([
      "1965-01-13",
      "1968-06-14",
      "1971-05-08",
      "1974-04-16",
      "1977-09-07",
    ]);
  });
});

describe("a list of the social office", () => {
  test("of NIK and name alone comes in, with one remark on the file", () => {
    const { remarks, codes } = readList(
      [["NIK", "Nama"], ...people.map(([nik, , name]) => [nik, name])],
      "dtsen",
    );
    expect({ remarks, codes }).toEqual({ remarks: ["W-NO-DECILE"], codes: [[], [], [], [], []] });
  });

  test("of family card, head's NIK and decile comes in, and no span becomes one number", () => {
    const deciles = ["1", "> 5", "6-10", "Tidak Terdaftar", "Desil 2 (Miskin)"];
    const { values, codes } = readList(
      [
        ["No KK", "NIK Kepala Keluarga", "Desil"],
        ...people.map(([nik, card], at) => [card, nik, deciles[at] ?? ""]),
      ],
      "dtsen",
    );
    expect(values.map(({ nik }) => nik)).toEqual(people.map(([nik]) => nik));
    expect(values.map(({ decile }) => decile)).toEqual([1, undefined, undefined, undefined, 2]);
    expect(codes).toEqual([[], ["W-DECILE"], ["W-DECILE"], ["W-DECILE"], []]);
  });
});
