import { describe, expect, it } from "vitest";
import { civilDate } from "@tuwai/domain/time";
import { compareNiks, compareNumbers } from "./number-comparison.ts";

describe("compareNumbers", () => {
  it("says how many digits agree and where they do not, without showing any", () => {
    expect(compareNumbers("1377934305790001", "1377934305790011")).toEqual({
      outcome: "nearly",
      equalDigits: 15,
      positions: [15],
    });
  });
  it("recognises two neighbouring digits that changed places", () => {
    expect(compareNumbers("1377934305790001", "1377934305970001")).toEqual({
      outcome: "swapped",
      positions: [11, 12],
    });
  });
  it("says which side has no number", () => {
    expect(compareNumbers(null, "1377934305790001")).toEqual({ outcome: "missing", side: "left" });
    expect(compareNumbers(null, null)).toEqual({ outcome: "missing", side: "both" });
  });
  it("never lets a digit through", () => {
    const answer = JSON.stringify(compareNumbers("1377934305790001", "1377934305790912"));
    expect(answer).toBe('{"outcome":"different"}');
  });
});

describe("compareNiks", () => {
  it("compares the birth dates inside the numbers and beside them", () => {
    const answer = compareNiks(
      { nik: "1377934305790001", birthDate: "1979-05-03" },
      { nik: "1377934305790002", birthDate: "1979-05-04" },
      civilDate("2026-11-21"),
    );
    expect(answer).toMatchObject({ datesInsideAgree: true, leftDateFits: true, rightDateFits: false });
  });
});
