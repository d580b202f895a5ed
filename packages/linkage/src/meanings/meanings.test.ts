import { describe, expect, test } from "vitest";
import { compileEvaluator, row } from "#expression";
import type { BlockingRule } from "#model";
import { dateNumber, modelFromMeanings, parseMeanings, planBlocking } from "./index.ts";

describe("a date as written", () => {
  const read = compileEvaluator(dateNumber(row("date")));
  test.each([
    ["1971-06-24", 19710624],
    ["19710624", 19710624],
    ["24/06/1971", 19710624],
    ["24-6-1971", 19710624],
    ["1971 6 24", 19710624],
    ["2000-02-29", 20000229],
  ])("%s is read", (date, number) => expect(read({ row: { date } })).toBe(number));

  test.each(["1971-02-30", "29/02/1900", "1971-13-01", "00/01/1971", "June", "", "1971"])(
    "%s is no day and stays empty",
    (date) => expect(read({ row: { date } })).toBeNull(),
  );
});

describe("the meanings of columns", () => {
  test("that nobody knows are refused by name", () => {
    expect(() => parseMeanings('{"x":"nick-name"}')).toThrow(
      'column "x" has the unknown meaning "nick-name"',
    );
    expect(() => parseMeanings("name")).toThrow("--types must be JSON");
    expect(() => parseMeanings("{}")).toThrow("names no column");
  });

  test("join the parts of a name or address and keep places apart", () => {
    const { model } = modelFromMeanings({
      n1: "given-name",
      n2: "given-name",
      city: "place",
      state: "place",
    });
    expect(model.inputs.map((input) => [input.column, input.from])).toEqual([
      ["given_name", ["n1", "n2"]],
      ["place", ["city"]],
      ["place_2", ["state"]],
    ]);
  });

  test("do not count a birth year beside a birth date twice, and say so", () => {
    const { model, reasons } = modelFromMeanings({ dob: "birth-date", yob: "birth-year", s: "surname" });
    expect(model.comparisons.map((c) => c.name)).toEqual(["birth_date", "surname"]);
    expect(reasons.join()).toContain("yob: not compared");
  });
});

const sized = (sizes: Record<string, number>, rest: number) => async (rule: BlockingRule) =>
  sizes[rule.id] ?? rest;

describe("the blocking planner", () => {
  const { model } = modelFromMeanings({ s: "surname", g: "given-name", d: "birth-date", p: "postcode" });
  test("takes single columns that fit the budget and nothing they already cover", async () => {
    const plan = await planBlocking(model, sized({ postcode_text: 100, birth_date_day: 50 }, 1e9), 1000);
    expect(plan.blocking.map((rule) => rule.id)).toEqual(["birth_date_day", "postcode_text"]);
  });

  test("combines columns when each alone is too wide", async () => {
    const plan = await planBlocking(model, sized({ "surname_text-and-postcode_text": 100 }, 1e9), 1000);
    expect(plan.blocking.map((rule) => rule.id)).toEqual(["surname_text-and-postcode_text"]);
  });

  test("chooses nothing when nothing fits, and leaves the refusal to the run", async () => {
    expect((await planBlocking(model, sized({}, 1e9), 1000)).blocking).toEqual([]);
  });
});
