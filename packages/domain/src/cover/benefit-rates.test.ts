import { addDays, civilDate } from "#time";
import { expect, test } from "vitest";
import { deathBenefitRates, findDeathBenefit } from "./benefit-rates.ts";

/** The day these rows were last read against their sources. Move it on only after reading them again. */
const lastRead = civilDate("2026-11-21");

test("benefit rows follow one another without gap or overlap", () => {
  deathBenefitRates.slice(1).forEach((row, index) => {
    expect(row.from).toBe(addDays(deathBenefitRates[index]?.until ?? row.from, 1));
  });
});

test("benefits are known on the day they were last read and 60 days on, and not for ever", () => {
  expect(findDeathBenefit(lastRead)).toBeDefined();
  expect(findDeathBenefit(addDays(lastRead, 60))).toBeDefined();
  expect(findDeathBenefit(civilDate("2019-12-01"))).toBeUndefined();
  expect(findDeathBenefit(civilDate("2029-01-01"))).toBeUndefined();
});

test("full death benefit is 20 + 12 + 10 million, the accident one 48 bases + 10 + 12 million", () => {
  deathBenefitRates.forEach((row) => {
    expect(row.naturalFull).toBe(20_000_000 + 12_000_000 + 10_000_000);
    expect(row.accidentBases * 1_000_000 + row.accidentFixed).toBe(70_000_000);
  });
});

test("the ceiling of 174 million is two children through every school and five years of university", () => {
  const oneChild = 8 * 1_500_000 + 3 * 2_000_000 + 3 * 3_000_000 + 5 * 12_000_000;
  deathBenefitRates.forEach((row) => expect(row.scholarshipCeiling).toBe(2 * oneChild));
});

test("no row claims that anybody has read its instrument", () => {
  const marks = deathBenefitRates.flatMap(({ sources }) => sources.map(({ mark }) => mark));
  expect(marks).not.toContain("text-read");
});
