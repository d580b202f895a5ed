import { describe, expect, test } from "vitest";
import { personModel } from "#indonesia";
import { checkModel, type LinkageModel } from "./index.ts";

type Edit = unknown;
/** A copy of the preset with the value at one path replaced; a function changes what stands there, `undefined` removes it. */
const broken = (...edits: [path: string, value: Edit][]): unknown => {
  const copy = structuredClone(personModel()) as unknown;
  for (const [path, value] of edits) {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop() ?? "";
    const parent = keys.reduce((at, key) => Reflect.get(at as object, key) as unknown, copy) as object;
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else
      Reflect.set(
        parent,
        last,
        typeof value === "function" ? (value(Reflect.get(parent, last)) as unknown) : value,
      );
  }
  return copy;
};
const pathOf = (value: unknown): unknown => {
  try {
    checkModel(value);
  } catch (error) {
    return (error as { details: { path: unknown } }).details.path;
  }
  return "accepted";
};

describe("a model is refused, naming the path, when", () => {
  test.each<[string, [string, Edit], string]>([
    [
      "an operator is unknown",
      ["comparisons[0].levels[0].when", ["same", 1]],
      "comparisons[0].levels[0].when",
    ],
    [
      "an operator lacks an argument",
      ["comparisons[0].levels[0].when", ["=", 1]],
      "comparisons[0].levels[0].when",
    ],
    [
      "a nested part is wrong",
      ["comparisons[2].missing", ["or", true, ["not"]]],
      "comparisons[2].missing[2]",
    ],
    [
      "a comparison reads a column nobody makes",
      ["comparisons[3].levels[0].when", ["=", ["left", "gendr"], 1]],
      "comparisons[3].levels[0].when[1]",
    ],
    [
      "a comparison reads one record",
      ["comparisons[3].missing", ["is-null", ["row", "gender"]]],
      "comparisons[3].missing[1]",
    ],
    [
      "a feature reads a later one",
      ["features[0].columns", (old: unknown[]) => old.toReversed()],
      "features[0].columns[0].is[1]",
    ],
    [
      "a per-value feature reads another input",
      ["features[1].columns[0].is", ["row", "name"]],
      "features[1].columns[0].is",
    ],
    [
      "two features have one name",
      ["features[0].columns", (old: unknown[]) => [old[0], ...old]],
      "features[0].columns[1].name",
    ],
    [
      "a column name is no identifier",
      ["features[0].columns[0].name", "Nama; DROP"],
      "features[0].columns[0].name",
    ],
    [
      "a pattern is not a regular expression",
      ["features[2].columns[0].is", ["regex-test", ["row", "sex"], "("]],
      "features[2].columns[0].is[2]",
    ],
    ["two comparisons have one name", ["comparisons[1].name", "name"], "comparisons[1].name"],
    ["two levels have one id", ["comparisons[0].levels[1].id", "same"], "comparisons[0].levels[1].id"],
    [
      "a level in the middle is always true",
      ["comparisons[0].levels[2].when", true],
      "comparisons[0].levels[2].when",
    ],
    [
      "a stratum takes the name of the rest",
      ["comparisons[1].strata[0].name", "otherwise"],
      "comparisons[1].strata[0].name",
    ],
    ["m names no stratum", ["comparisons[0].levels[0].m", { twins: 0.5 }], "comparisons[0].levels[0].m"],
    [
      "m does not sum to one",
      ["comparisons[3].levels[1].m", { otherwise: 0.9 }],
      "comparisons[3].levels[].m.otherwise",
    ],
    [
      "u is given for some levels only",
      ["comparisons[3].levels[1].u", undefined],
      "comparisons[3].levels[].u.otherwise",
    ],
    [
      "shares of a column are not counted",
      ["comparisons[0].levels[0].frequency.column", "year"],
      "comparisons[0].levels[0].frequency.column",
    ],
    ["two rules have one id", ["blocking[1].id", "nik"], "blocking[1].id"],
    ["a rule has no key", ["blocking[1].keys", []], "blocking[1].keys"],
    ["the sides of a rule differ in length", ["blocking[1].rightKeys", []], "blocking[1].rightKeys"],
    ["the budget is nothing", ["budget.pairsPerRecord", 0], "budget.pairsPerRecord"],
    [
      "a session skips no comparison of the model",
      ["training.sessions[0].skips", ["shoe"]],
      "training.sessions[0].skips",
    ],
    [
      "the recall of the certain rules is over one",
      ["training.certain.recall", 2],
      "training.certain.recall",
    ],
    ["the training plan is missing", ["training", undefined], "training"],
    ["lambda is one", ["lambda", 1], "lambda"],
    ["a label lacks a language", ["comparisons[0].label", { en: "name" }], "comparisons[0].label"],
  ])("%s", (_, edit, path) => {
    expect(pathOf(broken(edit))).toBe(path);
  });

  test("several things are wrong, all of them in the details", () => {
    const value = broken(["lambda", 2], ["matchRate", 2]);
    expect(() => checkModel(value)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("(and 1 more)") as string,
        details: expect.objectContaining({ faults: expect.objectContaining({ length: 2 }) }) as object,
      }) as Error,
    );
  });
});

test("the preset is a model without fault", () => {
  const model: LinkageModel = personModel();
  expect(checkModel(model)).toBe(model);
});
