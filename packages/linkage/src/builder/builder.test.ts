import { describe, expect, test } from "vitest";
import { same } from "#expression";
import { explainPair } from "#explanation";
import { formatModel, parseModel } from "#model";
import { buildModel, dateOf, digitsOnly, plainText, wordSet } from "./index.ts";

const words = (id: string) => ({ id, en: id });
const people = () =>
  buildModel({
    name: "people",
    inputs: {
      name: { meaning: "full-name", from: ["NAMA"] },
      birth: { meaning: "birth-date", from: ["LAHIR"] },
      nik: { meaning: "national-id", from: ["NIK"] },
    },
    features: {
      name: { name_text: plainText("name"), ...wordSet("name_text") },
      birth: { birth_day: dateOf("birth") },
      nik: { nik_digits: digitsOnly("nik") },
    },
    comparisons: ({ compare }) => ({
      name: compare({
        of: "name_text",
        levels: (level) => [
          level.exact("name_text", { frequency: true, m: 0.7, u: 0.001 }),
          level.wordsWithin("name_text", { m: 0.1, u: 0.001 }),
          level.jaroWinkler("name_text", 0.9, { m: 0.1, u: 0.01 }),
          level.otherwise({ m: 0.1, u: 0.988 }),
        ],
      }),
      birth: compare({
        of: "birth_day",
        levels: (level) => [
          level.exact("birth_day", { m: 0.9, u: 0.0001 }),
          level.dayMonthSwapped("birth_day", { m: 0.02, u: 0.0001 }),
          level.dateParts("birth_day", { m: 0.05, u: 0.03 }),
          level.otherwise({ m: 0.03, u: 0.9698 }),
        ],
      }),
      nik: compare({
        of: "nik_digits",
        tieM: true,
        strata: { "same-birth": { label: words("tanggal lahir sama"), when: same("birth_day") } },
        levels: (level) => [
          level.exact("nik_digits", { m: 0.9, u: { "same-birth": 0.001, otherwise: 1e-6 } }),
          level.levenshtein("nik_digits", 1, { m: 0.05, u: { "same-birth": 0.1, otherwise: 1e-5 } }),
          level.otherwise({ m: 0.05, u: { "same-birth": 0.899, otherwise: 0.999 } }),
        ],
      }),
    }),
    blocking: (rule) => [rule("nik_digits"), rule("birth_day", "name_text")],
    training: (rule) => ({
      certain: [rule("nik_digits", "birth_day")],
      recall: 0.7,
      sessions: [{ rule: rule("nik_digits"), skips: ["nik"] }],
    }),
  });

const broken = () =>
  buildModel({
    name: "broken",
    inputs: { name: { meaning: "full-name", from: ["n"] } },
    comparisons: ({ compare }) => ({
      name: compare({
        of: "name",
        levels: (level) => [level.exact("name", { m: 0.9 }), level.otherwise({ m: 0.9 })],
      }),
    }),
    blocking: (rule) => [rule("name")],
    training: () => ({ certain: [], recall: 0.5, sessions: [] }),
  });

describe("a model built in code", () => {
  test("is the same model after being written and read", () => {
    const model = people();
    expect(parseModel(formatModel(model))).toEqual(model);
  });

  test("explains pairs: words within, swapped days, and a NIK judged by its stratum", () => {
    const model = { ...people(), lambda: 0.001 };
    const a = { NAMA: "Siti Nur Aini", LAHIR: "1999-03-04", NIK: "1377920403990001" };
    const b = { NAMA: "Siti Aini", LAHIR: "1999-04-03", NIK: "1377920403990002" };
    const levels = explainPair(model, a, b).evidence.map((item) => item.level);
    expect(levels).toEqual(["words-within", "day-month-swapped", "edits-1"]);
    const sameDay = explainPair(model, a, { ...b, LAHIR: "1999-03-04" });
    expect(sameDay.evidence.at(-1)?.given).toEqual(words("tanggal lahir sama"));
  });

  test("that types let through but whose chances do not sum to one is refused by path", () => {
    expect(broken).toThrow("comparisons[0].levels[].m.otherwise: the levels' chances sum to 1.80");
  });
});

/* Compiled, never run: every line below must be an error of types. */
export function refusedByTheCompiler(): unknown {
  return buildModel({
    name: "typos",
    inputs: { name: { meaning: "full-name", from: ["n"] } },
    features: { name: { name_text: plainText("name") } },
    comparisons: ({ compare }) => ({
      name: compare({
        of: "name_text",
        strata: { known: { label: words("k"), when: same("name_text") } },
        levels: (level) => [
          // @ts-expect-error no such column
          level.exact("nmae_text"),
          // @ts-expect-error no word set was made for this column
          level.wordsWithin("name_text"),
          // @ts-expect-error no such stratum
          level.exact("name_text", { m: { unknown: 0.5, otherwise: 0.5 } }),
          // @ts-expect-error shares are counted for derived columns only
          level.exact("name_text", { frequency: { column: "name" } }),
          level.otherwise({ m: { known: 0.5, otherwise: 0.5 } }),
        ],
      }),
    }),
    // @ts-expect-error no such column
    blocking: (rule) => [rule("surname")],
    training: (rule) => ({
      certain: [rule("name_text")],
      recall: 0.5,
      // @ts-expect-error no such comparison
      sessions: [{ rule: rule("name_text"), skips: ["surname"] }],
    }),
  });
}
