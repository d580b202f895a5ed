import { describe, expect, test } from "vitest";
import { personModel } from "#indonesia";
import { formatModel, levelBits, parseModel, priorBits, probabilityOf, readCode, strataOf } from "./index.ts";

const model = personModel();
const nik = model.comparisons.find((c) => c.name === "nik")!;

describe("a model as data", () => {
  test("survives being written and read", () => {
    expect(parseModel(formatModel(model))).toEqual(model);
  });

  test.each([
    ["no JSON at all", "{"],
    ["a list", "[]"],
    ["another format", '{"format":"linkage-model/9"}'],
    ["no comparisons", '{"format":"linkage-model/1","inputs":[],"features":[]}'],
  ])("that is %s is refused with a sentence", (_, json) => {
    expect(() => parseModel(json)).toThrow(expect.objectContaining({ code: "model-invalid" }) as Error);
  });

  test("whose last level is not the rest is refused, naming the comparison", () => {
    const broken = { ...model, comparisons: [{ ...nik, levels: nik.levels.slice(0, -1) }] };
    expect(() => parseModel(JSON.stringify(broken))).toThrow("comparison nik");
  });

  test("with a chance above one is refused", () => {
    const broken = {
      ...model,
      comparisons: [{ ...nik, levels: nik.levels.map((l) => ({ ...l, m: { otherwise: 2 } })) }],
    };
    expect(() => parseModel(JSON.stringify(broken))).toThrow("m and u");
  });
});

describe("the numbers shipped with the Indonesian preset", () => {
  test("sum to one over the levels of every comparison and stratum", () => {
    for (const comparison of model.comparisons) {
      for (const stratum of strataOf(comparison)) {
        const sum = (which: "m" | "u") =>
          comparison.levels.reduce((total, level) => total + (level[which]?.[stratum] ?? 0), 0);
        expect(sum("m"), `${comparison.name} m ${stratum}`).toBeCloseTo(1, 1);
        expect(sum("u"), `${comparison.name} u ${stratum}`).toBeCloseTo(1, 1);
      }
    }
  });

  test("say that one wrong digit of a NIK is strong evidence only when the birth dates differ", () => {
    const oneDigit = nik.levels.findIndex((level) => level.id === "one-digit");
    expect(levelBits(nik, oneDigit, "otherwise")).toBeGreaterThan(5);
    expect(levelBits(nik, oneDigit, "same-birth")).toBeLessThan(1);
  });
});

test("a code names level and stratum", () => {
  expect(readCode(nik, -1)).toBe("missing");
  expect(readCode(nik, 0)).toEqual({ level: 0, stratum: "same-card-and-birth" });
  expect(readCode(nik, 32 * 3 + 3)).toEqual({ level: 3, stratum: "otherwise" });
});

test("weights are log2 odds", () => {
  expect(probabilityOf(0)).toBe(0.5);
  expect(probabilityOf(1)).toBeCloseTo(2 / 3, 10);
  expect(priorBits({ ...model, lambda: 0.5 })).toBe(0);
});
