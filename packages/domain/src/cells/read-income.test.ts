import { describe, expect, test } from "vitest";
import { readIncome } from "./read-income.ts";
import { isSpreadsheetError } from "./spreadsheet-error.ts";

describe("an income", () => {
  test.each([
    ["1.500.000", 1_500_000, false],
    ["Rp 1.500.000,-/bln", 1_500_000, false],
    ["Rp. 900.000 per bulan", 900_000, false],
    ["500rb", 500_000, false],
    ["± 1,5 jt", 1_500_000, true],
    ["1.5 juta", 1_500_000, false],
    ["kira-kira 2jt", 2_000_000, true],
    ["sekitar Rp 750 ribu", 750_000, true],
  ])("%s is %i a month", (text, amount, isAbout) =>
    expect(readIncome(text)).toEqual({ status: "read", amount, isAbout }),
  );

  test.each([
    "tidak tentu",
    "500rb-1jt",
    "1 s/d 2 juta",
    "< 1.000.000",
    "50rb/hari",
    "100.000 per minggu",
    "di bawah 1 jt",
    "cukup",
  ])("%s is no sum a month", (text) => expect(readIncome(text).status).toBe("unclear"));
});

test.each([
  "#N/A",
  "#n/a",
  "#REF!",
  "#VALUE!",
  "#NAME?",
  "#DIV/0!",
  "#NUM!",
  "#NULL!",
  "#NILAI!",
  "#NAMA?",
  "#SPILL!",
  "Err:502",
  "#WERT!",
  "########",
  "'#N/A",
  "Jl. #REF! 3",
])("%s is a failed formula", (text) => expect(isSpreadsheetError(text)).toBe(true));

test.each(["Rumah #3", "# 12", "Nomor #1", "Blok C#2", "Error", "-"])("%s is what somebody wrote", (text) =>
  expect(isSpreadsheetError(text)).toBe(false),
);
